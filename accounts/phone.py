"""Mainland mobile numbers: however they are typed, kept as +8613800138000."""

import re
import unicodedata

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9][0-9]{9})")


def number_in(typed):
    """The number as it is kept, from 138 0013 8000, +86-138…, or full-width digits; "" for anything else."""
    digits = re.sub(r"[\s()-]", "", unicodedata.normalize("NFKC", typed))
    match = _MOBILE.fullmatch(digits)
    return f"+86{match[1]}" if match else ""


def are_numbers_taken():
    """Whether the site can send text messages, and so takes phone numbers."""
    return bool(settings.SMS_SENDER)


class PhoneField(forms.CharField):
    """A mainland mobile number."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"})
        super().__init__(**{"label": _("Mobile number"), "max_length": 30, "widget": widget, **kwargs})

    def clean(self, value):
        value = super().clean(value)
        if value and not (number := number_in(value)):
            raise ValidationError(_("Type a mainland mobile number: eleven digits, the first of them 1."))
        return number if value else ""
