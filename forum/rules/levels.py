"""How well a member is known here, by facts anybody can read in the help, and what each level may."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from forum import limits
from forum.models import Level
from forum.models.standing import facts_of, weighed_level
from forum.rules.offices import may_moderate
from forum.rules.ruling import ALLOWED, Ruling

_CLIMB = tuple(Level)  # from the lowest to the highest
_AT_LEAST = ("days", "said")


class Criterion(NamedTuple):
    """One thing a level asks for: its name in limits.Known, what the member has, what is asked."""

    name: str
    has: int
    asks: int

    @property
    def is_met(self):
        return self.has >= self.asks if self.name in _AT_LEAST else self.has <= self.asks


def level_for(facts):
    """The highest Level whose every criterion these Facts meet."""
    reached = (level for level in reversed(_CLIMB) if all(one.is_met for one in criteria(level, facts)))
    return next(reached, Level.NEWCOMER)


def criteria(level, facts):
    """What this level asks for beside what these Facts say; nothing for a newcomer."""
    known = limits.KNOWN.get(level)
    return [Criterion(name, getattr(facts, name), asks) for name, asks in known._asdict().items()] if known else []


def level_of(user):
    """The member's Level as it was last weighed; of whoever never was, as the facts are now."""
    return weighed_level(user) or level_for(facts_of([user.pk])[user.pk])


def is_newcomer(user):
    """Of whom work is asked before they speak (setting PROOF_ASKED_OF)."""
    return level_of(user) == Level.NEWCOMER and not may_moderate(user)


def is_above(one, other):
    """Whether the first of two levels is the higher."""
    return _CLIMB.index(Level(one)) > _CLIMB.index(Level(other))


def level_after(level):
    """The next level on the way up, or None at the top."""
    return next(iter(_CLIMB[_CLIMB.index(Level(level)) + 1 :]), None)


def may_carry(user, carried, before=(0, 0)):
    """Whether a text may have so many (links, pictures) in it; one that had more ``before`` an edit may keep them.

    The level is asked only for what a newcomer may not.
    """
    if may_moderate(user) or _fits(carried, before, limits.RIGHTS[Level.NEWCOMER]):
        return ALLOWED
    level = level_of(user)
    rights = limits.RIGHTS[level]
    if _fits(carried, before, rights):
        return ALLOWED
    if not _fits((carried[0], 0), before, rights):
        sentence = _("Your level ({level}) may set {most} links in one text, and here are {count}. {more}")
        most, count = rights.links, carried[0]
    else:
        sentence = _("Your level ({level}) may set {most} pictures in one text, and here are {count}. {more}")
        most, count = rights.pictures, carried[1]
    more = _("The help page on levels says how to reach the next.")
    return Ruling(sentence.format(level=level.label, most=most, count=count, more=more))


def _fits(carried, before, rights):
    return carried[0] <= max(rights.links, before[0]) and carried[1] <= max(rights.pictures, before[1])
