"""The record of blocked words met, so that moderators see which rules work and which sound false alarms."""

from django.db import transaction
from django.utils import timezone

from forum import limits
from forum.models import WordHit
from forum.rules import may_moderate, require

_AROUND = 24  # characters either side of the word: enough to judge by, less than the whole text


def note_met(author, verdict, **about):
    """Note each word met once; ``about`` is the thread or reply, nothing where it was refused."""
    once = {hit.word: hit for hit in reversed(verdict.hits)}
    WordHit.objects.bulk_create(
        WordHit(
            word=hit.word, level=hit.level, reach=hit.reach, scope=verdict.scope, author=author,
            excerpt=_excerpt(verdict.typed, hit), **about,
        )
        for hit in list(once.values())[: limits.HITS_NOTED]
    )  # fmt: skip


def judge_right(moderator, hit, *, reason):
    """The rule was meant for this."""
    return _judge(moderator, hit, WordHit.Judged.RIGHT, reason)


def judge_false(moderator, hit, *, reason):
    """The rule was not meant for this: a false alarm, which the list counts beside the word."""
    return _judge(moderator, hit, WordHit.Judged.FALSE, reason)


def forget_met():
    """Delete what was met longer ago than limits.HITS_KEPT; returns how many."""
    return WordHit.objects.filter(made_at__lt=timezone.now() - limits.HITS_KEPT).delete()[0]


@transaction.atomic
def _judge(moderator, hit, judged, reason):
    """No Decision: nobody's words and nobody's rights are touched."""
    require(may_moderate(moderator))
    changed = WordHit.objects.filter(pk=hit.pk).exclude(judged=judged)
    return bool(changed.update(judged=judged, judged_by=moderator, note=reason[:300]))


def _excerpt(text, hit):
    start = max(0, hit.start - _AROUND)
    return text[start : hit.end + _AROUND][:120].replace("\0", "")
