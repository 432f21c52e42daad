"""What waits for a moderator: reports grouped by what they are about, and words held for review."""

from collections import Counter
from typing import NamedTuple

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from forum import limits
from forum.admin.cards import card_of
from forum.admin.evidence import snapshots
from forum.models import Appeal, Assessment, Decision, Outcome, Reply, Report, State, Thread
from forum.models.waiting import URGENT, count_waiting
from forum.rules import may_moderate

A_FEW = 5  # of each on the first page; the rest stands behind its own door
DECISIONS = 8


class Case(NamedTuple):
    """One thing complained about, and all the open complaints about it."""

    card: object
    reports: list
    reasons: list  # [(reason, how many), …]
    first: object
    snapshots: list

    @property
    def count(self):
        return len(self.reports)

    @property
    def is_urgent(self):
        """Somebody may be hurt while this waits."""
        return any(report.reason in URGENT for report in self.reports)


def grouped():
    """Open reports by thing, the urgent first, then the most reported.

    Rows with thread_id, reply_id, count, since, key, urgent.
    """
    return (
        Report.objects.filter(outcome=Report.Outcome.OPEN)
        .order_by()
        .values("thread_id", "reply_id")
        .annotate(count=Count("pk"), since=Min("created_at"), key=Max("pk"), urgent=BoolOr(Q(reason__in=URGENT)))
        .order_by("-urgent", "-count", "since", "key")
    )


def cases(most):
    """The first cases of the queue, complete."""
    return cases_of(grouped()[:most])


def cases_of(rows):
    """Fill grouped rows with the things and the reports: five queries, however many rows."""
    rows = list(rows)
    threads = _about(Thread.objects.select_related("author", "category"), rows, "thread_id")
    replies = _about(Reply.objects.select_related("author", "thread"), rows, "reply_id")
    found = [threads.get(row["thread_id"]) or replies.get(row["reply_id"]) for row in rows]
    reports = _reports(threads, replies)
    kept = snapshots([thing for thing in found if thing], outcome=Report.Outcome.OPEN)
    return [
        _case(thing, reports[type(thing), thing.pk], kept[thing._meta.model_name, thing.pk]) for thing in found if thing
    ]


def held(most):
    """The oldest words that wait for approval: ``(threads, replies)`` as cards."""
    threads = Thread.objects.filter(state=State.HELD).select_related("author", "category")
    replies = Reply.objects.filter(state=State.HELD).select_related("author", "thread")
    return [[card_of(thing) for thing in things.order_by("pk")[:most]] for things in (threads, replies)]


def appeals(most):
    """The oldest appeals that wait, with what was decided and about what."""
    related = "author", "decision__moderator", "decision__thread__author", "decision__reply__author"
    waiting = Appeal.objects.filter(outcome=Appeal.Outcome.OPEN).order_by("pk")
    return waiting.select_related(*related, "decision__reply__thread", "decision__user")[:most]


def count_overdue():
    """How many appeals should have been answered by now."""
    since = timezone.now() - limits.APPEAL_TERM
    return Appeal.objects.filter(outcome=Appeal.Outcome.OPEN, created_at__lt=since).count()


def latest_decisions():
    """What was decided last."""
    related = "moderator", "thread", "reply__thread", "user"
    return Decision.objects.select_related(*related)[:DECISIONS]


def counts(moderator):
    """How much waits behind which door."""
    waiting = {"claim": count_waiting(moderator)}
    if not may_moderate(moderator):
        return waiting
    return waiting | {
        "report": grouped().count(),
        "appeal": Appeal.objects.filter(outcome=Appeal.Outcome.OPEN).count(),
        "assessment": Assessment.objects.filter(outcome=Outcome.LOOK, looked_at=None).count(),
        "thread": Thread.objects.filter(state=State.HELD).count(),
        "reply": Reply.objects.filter(state=State.HELD).count(),
    }


def _about(things, rows, column):
    return things.in_bulk([row[column] for row in rows if row[column]])


def _reports(threads, replies):
    found = {(Thread, pk): [] for pk in threads} | {(Reply, pk): [] for pk in replies}
    every = Report.objects.filter(outcome=Report.Outcome.OPEN).select_related("reporter").order_by("pk")
    for report in every.filter(thread__in=threads) | every.filter(reply__in=replies):
        found[(Thread, report.thread_id) if report.thread_id else (Reply, report.reply_id)].append(report)
    return found


def _case(thing, reports, kept):
    reasons = Counter(report.get_reason_display() for report in reports).most_common()
    return Case(card_of(thing), reports, reasons, reports[0] if reports else None, kept)
