from django import forms
from django.utils.translation import gettext_lazy as _

from forum import limits


class AppealForm(forms.Form):
    """Why the author thinks a decision wrong."""

    words = forms.CharField(
        label=_("What you want another moderator to know"),
        max_length=limits.APPEAL_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("A few sentences are enough. Each decision can be appealed once."),
        error_messages={"required": _("Say in a few sentences why the decision is wrong")},
    )
