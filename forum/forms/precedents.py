from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.forms.moderation import ReasonForm
from forum.models import Precedent
from forum.rules import is_anonymous


class ExhibitForm(ReasonForm):
    """A decision as everybody shall read it."""

    summary = forms.CharField(
        label=_("The case in a few sentences"),
        max_length=limits.SUMMARY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Without names, titles, addresses, links and numbers: nobody shall be found by it."),
        error_messages={"required": _("Tell in a few sentences what happened")},
    )
    field_order = ["summary", "usual", "reason"]

    @staticmethod
    def initial_for(things):
        """What is shown already."""
        told = Precedent.objects.filter(decision__in=things).first() if len(things) == 1 else None
        return {"summary": told.summary} if told else {}

    def clean_summary(self):
        """Refuse here what the verb would: the words are still in the box."""
        summary = self.cleaned_data["summary"]
        for decision in self.things:
            if not (ruling := is_anonymous(summary, decision)):
                raise ValidationError(ruling.reason)
        return summary
