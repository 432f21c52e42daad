"""A thread, reply or person in a few lines, the same in queues, on the page that asks why and beside decisions."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from forum.models import Thread

_NOBODYS = (None, "", "", "", "", None)
WORDS = 220  # characters; enough to judge most replies without opening them


class Card(NamedTuple):
    """What templates show of a thing; an empty field is not shown."""

    kind: str  # thread, reply, user, appeal
    pk: int
    title: str
    words: str
    author: object
    name: str
    region: str
    state: str
    state_label: str
    at: object
    url: str
    door: str


def card_of(thing):
    """The Card of a Thread (author loaded), Reply (author and thread loaded) or whatever else a verb is said for."""
    kind = thing._meta.model_name
    door = reverse(f"admin:{thing._meta.app_label}_{kind}_change", args=[thing.pk])
    if drawn := _OTHERS.get(kind):
        return drawn(thing, door)
    title = thing.title if isinstance(thing, Thread) else thing.thread.title
    words = thing.excerpt if isinstance(thing, Thread) else Truncator(thing.body).chars(WORDS)
    return Card(
        kind, thing.pk, title, words, thing.author, thing.author_name, thing.region,
        thing.state, thing.get_state_display(), thing.created_at, thing.get_absolute_url(), door,
    )  # fmt: skip


def _of_person(user, door):
    state = ("", "") if user.is_active else ("banned", _("Banned"))
    url = user.get_absolute_url()
    return Card("user", user.pk, user.username, user.bio, None, "", "", *state, None, url, door)


def _of_appeal(appeal, door):
    about, outcome = card_of(appeal.thing), (appeal.outcome, appeal.get_outcome_display())
    return Card(
        "appeal", appeal.pk, about.title, appeal.words, appeal.author, appeal.author.username, "",
        *outcome, appeal.created_at, about.url, door,
    )  # fmt: skip


def _of_hit(hit, door):
    name = hit.author.username if hit.author else ""
    return Card(
        "wordhit", hit.pk, hit.word, hit.excerpt, None, name, "", hit.level, hit.get_level_display(), hit.made_at,
        door, door,
    )  # fmt: skip


def _of_tag(tag, door):
    return Card("tag", tag.pk, f"#{tag}", tag.description, *_NOBODYS, tag.get_absolute_url(), door)


def _of_barrier(barrier, door):
    state = "lifted" if barrier.lifted_at else ""
    return Card(
        "barrier", barrier.pk, barrier.value, barrier.reason, None, barrier.moderator.username, "",
        state, barrier.get_kind_display(), barrier.since, door, door,
    )  # fmt: skip


def _of_what_it_is_about(row, _door):
    return card_of(row.thing)


_OTHERS = {
    "user": _of_person,
    "appeal": _of_appeal,
    "tag": _of_tag,
    "wordhit": _of_hit,
    "barrier": _of_barrier,
    "decision": _of_what_it_is_about,
    "assessment": _of_what_it_is_about,
}


def card_about(decision):
    """The Card of what a decision is about; None for the site itself."""
    return card_of(decision.thing) if decision.thing else None
