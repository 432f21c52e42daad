"""The moderators' list, compiled once for each version of it."""

from functools import lru_cache

from django.db.models import Count, Max

from forum.memory import recall
from forum.models import BlockedWord
from forum.screening.matcher import Matcher


def current_matcher():
    """The matcher for the words as they are now; one small query, remembered, tells whether they changed."""
    version = recall(("blocked words",), _version)
    return _matcher(**version)


def _version():
    return BlockedWord.objects.aggregate(count=Count("pk"), changed_at=Max("changed_at"))


@lru_cache(maxsize=2)
def _matcher(count, changed_at):
    rows = BlockedWord.objects.filter(is_active=True).values_list("word", "level")
    allow = BlockedWord.Level.ALLOW
    return Matcher(
        words=[(word, level) for word, level in rows if level != allow],
        allowed=[word for word, level in rows if level == allow],
    )
