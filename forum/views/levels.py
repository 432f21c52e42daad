"""What levels are: the help page with the numbers in force, and what a member's own page says of theirs."""

from typing import NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.translation import gettext as _

from forum import limits
from forum.models import Level, Outcome, Standing, facts_of
from forum.rules import criteria, current_matrix, level_after, level_for, level_of
from forum.views.heads import head_of_list
from forum.views.ready import ready_made

_STRICT = {Outcome.HOLD, Outcome.REFUSE}


class Row(NamedTuple):
    """A line of the table: what is asked or allowed, and the number for each level; None for nothing."""

    label: str
    numbers: list


@login_not_required
@ready_made("all")
def about(request):
    """The levels, what they ask for and what they may, in the numbers of forum.limits."""
    context = {
        "levels": [level.label for level in Level],
        "asked": [Row(label, [getattr(limits.KNOWN.get(level), name, None) for level in Level])
                  for name, label in _asked().items()],
        "rights": [Row(label, [getattr(limits.RIGHTS[level], name) for level in Level])
                   for name, label in _allowed().items()],
        "held": [_held(limits.RIGHTS[level].review) for level in Level],
        "reviewed": [_is_reviewed(level) for level in Level],
        "upheld_days": limits.UPHELD_COUNTS.days,
        "points_days": limits.POINTS_LAST_DAYS,
        "points": limits.POINTS,
        "head": head_of_list(request, page={}, heading=_("Levels")),
    }  # fmt: skip
    return render(request, "forum/levels/about.html", context)


def level_shown(person, viewer):
    """Template context: the level of this person, and to themselves the way up and why they stepped down."""
    level = level_of(person)
    if person.pk != viewer.pk:
        return {"level": level}
    facts = facts_of([person.pk])[person.pk]
    above = level_after(level)
    steps = [(_asked()[one.name], one, one.name in ("days", "said")) for one in criteria(above or level, facts)]
    return {
        "level": level,
        "level_above": above,
        "steps": steps,
        "is_reached": above is not None and level_for(facts) == above,
        "fall": Standing.objects.filter(pk=person.pk).exclude(fell_from="").first(),
        "upheld_days": limits.UPHELD_COUNTS.days,
    }


def _asked():
    return {
        "days": _("Days here"),
        "said": _("Public articles and replies"),
        "upheld": _("Taken down after a report"),
        "points": _("Points of sanctions"),
    }


def _allowed():
    return {
        "links": _("Links in one text"),
        "pictures": _("Pictures in one text"),
        "replies_a_minute": _("Replies a minute"),
        "articles_a_day": _("Articles a day"),
    }


def _held(review):
    """How many of the things seen in words make them wait, as limits.RIGHTS proposes it; which ones is not told."""
    return sum(outcome in _STRICT for outcome in review.values())


def _is_reviewed(level):
    """Whether anything of this level may have to wait for a moderator, on any shelf; what exactly is not told."""
    return any(one == level and outcome in _STRICT for (_shelf, one, _seen), outcome in current_matrix().cells.items())
