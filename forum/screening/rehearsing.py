"""What another list of words or another matrix would have done lately: a dry run, which changes nothing."""

from collections import Counter
from typing import NamedTuple

from django.utils import timezone

from forum import limits
from forum.models import BlockedWord, Level, Reply, State, Thread, Trait
from forum.screening.seen import signals_in
from forum.screening.verdicts import verdict_on
from forum.screening.words import current_matcher

Scope = BlockedWord.Scope
SEVERITY = ("", BlockedWord.Level.MASK, BlockedWord.Level.HOLD, BlockedWord.Level.REFUSE)


class Change(NamedTuple):
    """A thread or reply that would have fared otherwise: what happens with the words now, and with the others."""

    thing: object
    now: str  # a BlockedWord.Level, or "" where nothing happens
    then: str
    words: tuple  # that make the difference


class Rehearsal(NamedTuple):
    """How many texts were read, what would have changed how often (by ``(now, then)``), and the newest that would."""

    read: int
    days: int
    counts: list
    changes: list
    is_whole: bool  # whether the term's texts were all read

    @property
    def changed(self):
        return sum(count for _pair, count in self.counts)


def rehearse_words(now, then):
    """The Rehearsal of the matcher ``then`` against ``now`` on the words of the last days (limits.REHEARSAL)."""
    counts, changes, read = Counter(), [], 0
    for thing, texts in lately_written():
        read += 1
        before, after = _judged(texts, now), _judged(texts, then)
        if before[0] != after[0]:
            counts[before[0], after[0]] += 1
            changes.append(Change(thing, before[0], after[0], tuple(sorted(before[1] ^ after[1]))))
    whole = read < limits.REHEARSAL_MOST
    return Rehearsal(read, limits.REHEARSAL.days, counts.most_common(), changes[: limits.REHEARSAL_SHOWN], whole)


def lately_written():
    """Threads and replies of the term, newest first, limits.REHEARSAL_MOST at most, with ``[(scope, text), …]``."""
    since = timezone.now() - limits.REHEARSAL
    replies = Reply.objects.filter(created_at__gt=since, author__isnull=False).select_related(
        "author", "thread", "assessment"
    )
    threads = Thread.objects.filter(created_at__gt=since, author__isnull=False).select_related("author", "assessment")
    threads = threads.exclude(state=State.DRAFT).defer("body_html", "contents", "words", "attribution")
    rows = [(thread, [(Scope.TITLE, thread.title), (Scope.BODY, thread.body)])
            for thread in threads.order_by("-pk")[: limits.REHEARSAL_MOST]]  # fmt: skip
    room = limits.REHEARSAL_MOST - len(rows)
    rows += [(reply, [(Scope.REPLY, reply.body)]) for reply in replies.order_by("-pk")[:room]]
    return rows


def _judged(texts, matcher):
    """The hardest level, and the words that were met."""
    hits = [hit for scope, text in texts for hit in verdict_on(text, matcher, scope).hits]
    return max((hit.level for hit in hits), key=SEVERITY.index, default=""), {hit.word for hit in hits}


def rehearse_matrix(now, then):
    """The Rehearsal of the Matrix ``then`` against ``now``.

    What was seen when the words were written is remembered; of older ones only what the words themselves show.
    """
    counts, changes, read = Counter(), [], 0
    matcher = current_matcher()
    for thing, texts in lately_written():
        read += 1
        level, seen = _seen_in(thing, texts, matcher)
        shelf = getattr(thing, "thread", thing).category_id
        before, after = now.outcome(shelf, level, seen), then.outcome(shelf, level, seen)
        if before != after:
            counts[before, after] += 1
            changes.append(Change(thing, before, after, tuple(Trait(one).label for one in sorted(seen))))
    whole = read < limits.REHEARSAL_MOST
    return Rehearsal(read, limits.REHEARSAL.days, counts.most_common(), changes[: limits.REHEARSAL_SHOWN], whole)


def _seen_in(thing, texts, matcher):
    if known := getattr(thing, "assessment", None):
        return known.level, known.signals
    hits = [hit for scope, text in texts for hit in verdict_on(text, matcher, scope).hits]
    text = "\n".join(text for _scope, text in texts)
    return Level.MEMBER, signals_in(text, region=thing.region, hits=hits)
