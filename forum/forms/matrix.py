"""The review matrix as a form: one choice for each level and signal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forum.models import Category, Level, Outcome, Trait
from forum.rules import UNSAID


class MatrixForm(forms.Form):
    """``cells``: (level, signal) → outcome, for a shelf or (``category`` None) for all; ``rows()`` for the page."""

    reason = forms.CharField(
        label=_("Reason"), max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, category=None, **kwargs):
        super().__init__(*args, **kwargs)
        # where nothing is said a shelf does as all do, and all publish but what UNSAID names
        choices = [("", _("As on all shelves")), *Outcome.choices] if category else Outcome.choices
        for signal in Trait:
            for level in Level:
                unsaid = "" if category else UNSAID.get((level, signal), Outcome.PUBLISH)
                self.fields[_name(level, signal)] = forms.ChoiceField(
                    label=level.label, choices=choices, required=False, initial=unsaid
                )

    @property
    def cells(self):
        """What was chosen; a PUBLISH for all is no cell."""
        return {(level.value, signal.value): self.cleaned_data[_name(level, signal)]
                for signal in Trait for level in Level}  # fmt: skip

    def rows(self):
        """``(signal, its four fields)`` in the order of the page."""
        return [(signal, [self[_name(level, signal)] for level in Level]) for signal in Trait]

    @staticmethod
    def initial_of(cells):
        """``initial`` for cells as they are kept."""
        return {_name(level, signal): outcome for (level, signal), outcome in cells.items()}


class ShelfForm(forms.Form):
    """Which shelf's matrix is wanted; none is all."""

    category = forms.ModelChoiceField(queryset=Category.objects.all(), required=False)


def _name(level, signal):
    return f"{Trait(signal).value}-{Level(level).value}"
