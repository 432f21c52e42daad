"""A barrier as the operator raises it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forum.models import Barrier
from forum.rules import Refused
from forum.rules.barriers import cleaned


class BarrierForm(forms.ModelForm):
    """What is kept out, for how long and why."""

    days = forms.IntegerField(
        label=_("Days"), required=False, min_value=1, max_value=3650, help_text=_("Empty: for good.")
    )

    class Meta:
        model = Barrier
        fields = ["kind", "value", "days", "reason"]
        help_texts = {
            "value": _("203.0.113.0/24 or example.com. Members who have accounts can still sign in and read."),
            "reason": _("It stands in the record of decisions."),
        }

    def clean(self):
        """A range or domain that makes sense; the sentence if not stands beside it."""
        given = super().clean()
        if given.get("value") and given.get("kind"):
            try:
                given["value"] = cleaned(given["kind"], given["value"])
            except Refused as refusal:
                self.add_error("value", str(refusal))
        return given
