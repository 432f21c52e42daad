"""The moderators' list, compiled once for each version of it."""

from functools import lru_cache
from pathlib import Path

from django.db.models import Count, Max

from forum.memory import recall
from forum.models import BlockedWord
from forum.screening.matcher import Matcher, Rule


def current_matcher():
    """The matcher for the words as they are now; one small query, remembered, tells whether they changed."""
    version = recall(("blocked words",), _version)
    return _matcher(**version)


def matcher_of(words):
    """A matcher for these BlockedWords, saved or not; those not active are left out."""
    active = [word for word in words if word.is_active]
    allow = BlockedWord.Level.ALLOW
    return Matcher(
        words=[Rule(one.word, one.level, one.reach, tuple(one.scopes)) for one in active if one.level != allow],
        allowed=[one.word for one in active if one.level == allow],
    )


def own_list():
    """A small list of our own to begin with, as CSV: advertising, fraud, abuse. Nobody's list is copied."""
    return Path(__file__).with_name("own.csv").read_text(encoding="utf-8")


def _version():
    return BlockedWord.objects.aggregate(count=Count("pk"), changed_at=Max("changed_at"))


@lru_cache(maxsize=2)
def _matcher(count, changed_at):
    return matcher_of(BlockedWord.objects.filter(is_active=True))
