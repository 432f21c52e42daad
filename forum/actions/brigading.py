"""Look on a clock at who has spoken lately: what is unusual becomes a Signal for moderators. Nobody's words change."""

from collections import Counter, defaultdict
from typing import NamedTuple

from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from forum import limits
from forum.models import Reply, Signal, State, Thread
from forum.rules import Talk, signs_of


class Said(NamedTuple):
    """One reply, as far as it is counted."""

    thread: int
    author: int
    region: str
    at: object
    joined: object


def watch():
    """Raise what is unusual now; returns the new Signals.

    The newest replies are read by number, at most limits.NEWEST_WATCHED; the rest of the site only where some thread
    is lively enough to be compared with it. A kind is raised once in limits.SIGNAL_QUIET for a thread.
    """
    now = timezone.now()
    talks = _by_thread(_said_since(now - limits.SPREAD_WITHIN, limits.NEWEST_WATCHED))
    lively = [pk for pk, said in talks.items() if len({one.author for one in said}) >= limits.BURST_PEOPLE]
    lively = set(Thread.objects.filter(pk__in=lively, state=State.PUBLIC).values_list("pk", flat=True))
    if not lively:
        return []
    everywhere = _said_since(now - limits.USUAL_WITHIN, limits.NEWEST_COMPARED)
    found = [
        Signal(thread_id=pk, kind=kind, facts=facts)
        for pk in sorted(lively)
        for kind, facts in signs_of(_talk(pk, talks[pk], everywhere, now)).items()
    ]
    return Signal.objects.bulk_create(_unknown(found, now), ignore_conflicts=True)


def _said_since(since, most):
    """The replies written here since then, of the newest so many by number: when they were written has no index."""
    older = Reply.objects.order_by("-pk").values("pk")[most : most + 1]
    newest = Reply.objects.filter(pk__gt=Coalesce(Subquery(older), Value(0)), created_at__gt=since)
    rows = newest.filter(imported=False, author__isnull=False).order_by("-pk")
    return [Said(*row) for row in rows.values_list("thread", "author", "region", "created_at", "author__date_joined")]


def _by_thread(said):
    found = defaultdict(list)
    for one in said:
        found[one.thread].append(one)
    return found


def _talk(pk, said, everywhere, now):
    elsewhere = [one for one in everywhere if one.thread != pk]
    loud = {one.author for one in said if one.at > now - limits.BURST_WITHIN}
    return Talk(_times(pk, now), len(loud), *_people(said), *_people(elsewhere))


def _people(said):
    """How many there are, how many have a new account, and the regions they wrote from last; each counted once."""
    last = {one.author: one for one in reversed(said)}.values()
    young = sum(one.at - one.joined < limits.NEW_ACCOUNT for one in last)
    return len(last), young, Counter(one.region for one in last if one.region)


def _times(pk, now):
    """The thread's replies by stretches of limits.BURST_WITHIN, the newest last; none from before it was published,
    nor more than limits.BURST_BEFORE before the newest."""
    begun = Thread.objects.values_list("published_at", flat=True).get(pk=pk)
    before = min((now - begun) // limits.BURST_WITHIN, limits.BURST_BEFORE)
    since = now - (before + 1) * limits.BURST_WITHIN
    lately = Reply.objects.filter(thread=pk, imported=False, created_at__gt=since, created_at__lte=now)
    counts = Counter((now - at) // limits.BURST_WITHIN for at in lately.values_list("created_at", flat=True))
    return [counts[ago] for ago in reversed(range(before + 1))]


def _unknown(signals, now):
    """Those not raised for their thread within limits.SIGNAL_QUIET, settled or not."""
    threads = {signal.thread_id for signal in signals}
    lately = Signal.objects.filter(thread__in=threads, raised_at__gt=now - limits.SIGNAL_QUIET)
    known = set(lately.values_list("thread", "kind"))
    return [signal for signal in signals if (signal.thread_id, signal.kind) not in known]
