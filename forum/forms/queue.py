"""What a moderator says to things of the queue."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from forum import limits
from forum.actions.queue import Choice
from forum.models import HouseRule
from forum.models.waiting import NOUNS

_KEY = re.compile(rf"({'|'.join(NOUNS)})-([0-9]{{1,18}})")  # so many digits fit PostgreSQL's bigint


class SettleForm(forms.Form):
    """One choice for one thing or several; letting pass needs no words, hiding does, and a rule where there are any."""

    choice = forms.ChoiceField(choices=Choice.choices)
    rule = forms.ModelChoiceField(HouseRule.in_force(), required=False)
    usual = forms.CharField(required=False, max_length=100)
    reason = forms.CharField(required=False, max_length=200)
    days = forms.IntegerField(required=False, min_value=1, max_value=limits.MUTE_LONGEST_DAYS)

    def __init__(self, data, *, passing):
        super().__init__(data)
        self.passing = passing

    def clean(self):
        """``reason`` in one, ``things`` as ``[(noun, pk), …]`` in the order of the keys."""
        given = super().clean()
        words = [given.get("usual", ""), given.get("reason", "")]
        given["reason"] = "：".join(word.strip() for word in words if word.strip())
        self._give_grounds(given)
        keys = map(_KEY.fullmatch, self.data.getlist("thing"))
        given["things"] = sorted({(key[1], int(key[2])) for key in keys if key})
        if not given["things"]:
            self.add_error(None, _("Choose something first"))
        if len(given["things"]) > limits.BULK_MOST:
            self.add_error(None, _("Choose {most} at most; nothing has been changed").format(most=limits.BULK_MOST))
        given["days"] = given.get("days") or 3
        return given

    def _give_grounds(self, given):
        """Complete reason and rule, or say which is missing."""
        rule = given.get("rule")
        if given.get("choice") == Choice.PASS:
            given["rule"], given["reason"] = None, given["reason"] or str(self.passing)
        elif rule:
            given["reason"] = given["reason"] or rule.words
        elif HouseRule.in_force().exists():
            self.add_error("rule", _("Choose the rule that applies"))
        elif not given["reason"]:
            self.add_error("reason", _("Say why, in a few words"))
