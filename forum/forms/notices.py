"""Which kinds of notices a member wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forum.models import Notice

_CHOICES = [(kind.value, kind.label) for kind in Notice.Kind if kind not in Notice.ALWAYS]


class KindsForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        label=_("Tell me about"), choices=_CHOICES, required=False, widget=forms.CheckboxSelectMultiple
    )
