"""What another list of words would have done to what people lately wrote: a dry run, which changes nothing."""

from collections import Counter
from typing import NamedTuple

from django.utils import timezone

from forum import limits
from forum.models import BlockedWord, Reply, Thread
from forum.screening.verdicts import verdict_on

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
    replies = Reply.objects.filter(created_at__gt=since, author__isnull=False).select_related("author", "thread")
    threads = Thread.objects.filter(created_at__gt=since, author__isnull=False).select_related("author")
    threads = threads.exclude(state="draft").only("title", "body", "excerpt", "author", "state", "region", "created_at")
    rows = [(thread, [(Scope.TITLE, thread.title), (Scope.BODY, thread.body)])
            for thread in threads.order_by("-pk")[: limits.REHEARSAL_MOST]]  # fmt: skip
    room = limits.REHEARSAL_MOST - len(rows)
    rows += [(reply, [(Scope.REPLY, reply.body)]) for reply in replies.order_by("-pk")[:room]]
    return rows


def _judged(texts, matcher):
    """The hardest level, and the words that were met."""
    hits = [hit for scope, text in texts for hit in verdict_on(text, matcher, scope).hits]
    return max((hit.level for hit in hits), key=SEVERITY.index, default=""), {hit.word for hit in hits}
