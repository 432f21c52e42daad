"""Levels weighed anew: every night, and of whomever something has been decided about."""

from django.db import transaction
from django.utils import timezone

from forum import limits
from forum.actions.pages import touch
from forum.models import Reply, Standing, Thread, facts_of
from forum.rules import criteria, is_above, level_for

_TOLD = ["level", "fell_from", "fell_for", "fell_with", "fell_at"]


def weigh(*people):
    """Set the levels of these people (their numbers) by what is so now; whoever steps down is told for what.

    Returns how many have another level than before.
    """
    facts = facts_of(people)
    changed = 0
    with transaction.atomic():
        known = Standing.objects.select_for_update().in_bulk(facts)
        rows = [row for pk, found in facts.items() if (row := _weighed(pk, known.get(pk), found))]
        Standing.objects.bulk_create(rows, update_conflicts=True, unique_fields=["user"], update_fields=_TOLD)
        changed = sum(row.pk not in known or row.level != row.was for row in rows)
        if changed:
            touch("lists")  # the level stands on its member's page
    return changed


def weigh_everybody():
    """Weigh whoever has ever said anything; returns how many have another level than before."""
    newest, changed = 0, 0
    while people := _next_writers(newest):
        changed += weigh(*people)
        newest = people[-1]
    return changed


def _next_writers(after):
    """The next numbers of people who have written, in order."""
    writers = (noun.objects.filter(author__gt=after).values_list("author", flat=True) for noun in (Thread, Reply))
    threads, replies = (one.order_by("author").distinct()[: limits.WEIGHED_AT_ONCE] for one in writers)
    return sorted({*threads, *replies})[: limits.WEIGHED_AT_ONCE]


def _weighed(pk, row, facts):
    """The row as it is to be, or None where nothing changes; ``was`` is the level before."""
    level = level_for(facts)
    row = row or Standing(user_id=pk, level="")
    row.was = row.level
    if row.was == level:
        return None
    row.level = level
    if row.was and is_above(row.was, level):
        _note_fall(row, facts)
    elif row.fell_from and not is_above(row.fell_from, level):
        row.fell_from, row.fell_for, row.fell_with, row.fell_at = "", "", 0, None
    return row


def _note_fall(row, facts):
    """Of several causes the gravest. Days only grow: where they do not suffice, more is asked than before."""
    unmet = {one.name: one.has for one in criteria(row.was, facts) if not one.is_met}
    causes = (cause for cause in reversed(Standing.Fall.values) if cause in unmet)
    row.fell_for = next(causes, Standing.Fall.RULES)
    row.fell_from, row.fell_with, row.fell_at = row.was, unmet.get(row.fell_for, 0), timezone.now()
