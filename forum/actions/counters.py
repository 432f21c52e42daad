"""Counters from the rows they count: what every verb keeps right, proved and when need be mended."""

from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, F, IntegerField, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from forum.actions.pages import touch
from forum.models import Favourite, Like, Reply, State, Thread


class Correction(NamedTuple):
    """One column of one thread or reply that did not say what the rows say."""

    thing: Thread | Reply
    column: str
    was: object
    now: object


def _counted(rows, about, aggregate=None):
    """How many rows point at the outer thing; 0 when there are none."""
    found = rows.filter(**{about: OuterRef("pk")}).order_by().values(about)
    found = found.annotate(number=aggregate or Count("pk")).values("number")
    return Coalesce(Subquery(found), 0, output_field=IntegerField())


_PUBLIC = Reply.objects.filter(state=State.PUBLIC)
_NEWEST = _PUBLIC.filter(thread=OuterRef("pk")).order_by().values("thread").annotate(at=Max("created_at")).values("at")

# What each column must say. A floor once given out is never taken back, so the last one only grows.
TRUTH = {
    Thread: {
        "replies_count": _counted(_PUBLIC, "thread"),
        "favourites_count": _counted(Favourite.objects, "thread"),
        "likes_count": _counted(Like.objects, "thread"),
        "floors": Greatest(F("floors"), _counted(Reply.objects, "thread", Max("floor"))),
        "last_reply_at": Coalesce(Subquery(_NEWEST), F("published_at")),
    },
    Reply: {"likes_count": _counted(Like.objects, "reply")},
}


def recount():
    """Set every counter to what the rows say; returns the Corrections made, none on a healthy site.

    Safe beside readers and writers: each wrong row is locked, and asked again under its lock.
    """
    return [correction for noun in TRUTH for pk in _doubtful(noun) for correction in _mend(noun, pk)]


def _compared(noun):
    return noun.objects.annotate(**{f"true_{column}": truth for column, truth in TRUTH[noun].items()})


def _doubtful(noun):
    """Keys of the rows of which any column differs from the truth; null is a value like any other."""
    differs = Q()
    for column in TRUTH[noun]:
        nulls = Q(**{f"{column}__isnull": True}), Q(**{f"true_{column}__isnull": True})
        differs |= ~Q(**{column: F(f"true_{column}")}) & ~(nulls[0] & nulls[1])
    return list(_compared(noun).filter(differs).order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _mend(noun, pk):
    if not noun.objects.select_for_update().filter(pk=pk).values_list("pk"):
        return []
    thing = _compared(noun).get(pk=pk)
    made = [
        Correction(thing, column, getattr(thing, column), now)
        for column in TRUTH[noun]
        if getattr(thing, column) != (now := getattr(thing, f"true_{column}"))
    ]
    if made:
        noun.objects.filter(pk=pk).update(**{correction.column: correction.now for correction in made})
        touch(thing)
    return made
