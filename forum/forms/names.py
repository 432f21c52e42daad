"""The name a member wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("User name"),
        max_length=40,
        help_text=User._meta.get_field("username").help_text,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
