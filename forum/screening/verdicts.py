"""What screening says of a text."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from forum.models import BlockedWord
from forum.rules import ALLOWED, Ruling
from forum.screening.matcher import Hit, mask
from forum.screening.words import current_matcher

_Level = BlockedWord.Level


class Verdict(NamedTuple):
    """The text as it may stand (masked where it must be), and what was found in it as typed, and where that was."""

    text: str
    hits: tuple[Hit, ...] = ()
    typed: str = ""
    scope: str = ""

    @property
    def ruling(self):
        """Whether it may be written at all. The reason names no word: the list is not revealed."""
        if self._has(_Level.REFUSE):
            return Ruling(_("Some of these words cannot be published here; please put it differently"))
        return ALLOWED

    @property
    def is_held(self):
        """Whether a moderator must read it first."""
        return self._has(_Level.HOLD)

    @property
    def is_masked(self):
        """Whether the text differs from what was typed."""
        return self._has(_Level.MASK)

    def _has(self, level):
        return any(hit.level == level for hit in self.hits)


def screen(text, author, scope=None):
    """The verdict on what this author wrote. Moderators are not screened: they would only review themselves.

    ``scope`` is a BlockedWord.Scope; ``author`` None is somebody about to sign up.
    """
    if author and author.has_perm("forum.moderate"):
        return Verdict(text, typed=text)
    return verdict_on(text, current_matcher(), scope)


def verdict_on(text, matcher, scope=None):
    """The verdict of a list of words on a text, whoever wrote it."""
    hits = tuple(matcher.hits(text, scope))
    return Verdict(mask(text, [hit for hit in hits if hit.level == _Level.MASK]), hits, text, scope or "")
