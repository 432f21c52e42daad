"""What a moderator is asked before a measure is taken: which rule, why, and for how long."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.forms.moderation import ReasonForm
from forum.models import HouseRule
from forum.rules import next_rung


class RuledForm(ReasonForm):
    """Which of the house rules it breaks, and why; where the house has none, only why."""

    rule = forms.ModelChoiceField(
        label=_("Which rule"),
        queryset=HouseRule.in_force(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose the rule that applies")},
    )
    field_order = ["rule", "usual", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not HouseRule.in_force().exists():
            del self.fields["rule"]

    @staticmethod
    def unsaid(given):
        """The rule speaks for itself."""
        return given["rule"].words if given.get("rule") else ""


class MuteForm(RuledForm):
    """A mute also has a length, in days."""

    days = forms.IntegerField(
        label=_("Days"), initial=3, min_value=1, max_value=limits.MUTE_LONGEST_DAYS,
        help_text=_("3 the first time, 90 for a repetition, 3650 for good."),
    )  # fmt: skip
    field_order = ["days", "rule", "usual", "reason"]

    @staticmethod
    def initial_for(things):
        """The days the ladder proposes for one person; for several each would need their own."""
        if len(things) != 1:
            return {}
        return {"days": next_rung(things[0]).days}
