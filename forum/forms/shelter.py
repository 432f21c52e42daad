from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.forms.moderation import ReasonForm

DAYS = [(days, format_lazy("{} {}", days, _("days"))) for days in limits.SHELTER_DAYS]


class ShelterForm(forms.Form):
    """For how long a member closes the door to strangers."""

    days = forms.TypedChoiceField(
        label=_("For how long"), choices=DAYS, coerce=int, initial=limits.SHELTER_USUAL, widget=forms.RadioSelect
    )


class GiveShelterForm(ReasonForm):
    """A moderator also says why; the member reads it."""

    days = forms.TypedChoiceField(label=_("Days"), choices=DAYS, coerce=int, initial=limits.SHELTER_USUAL)
    field_order = ["days", "usual", "reason"]
