"""What a moderator has in hand, with all that is needed to judge it: seven kinds of question, however many things."""

from collections import Counter, defaultdict
from datetime import timedelta
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, F
from django.utils import timezone

from forum import limits
from forum.admin.cards import card_of
from forum.admin.edits import changes_of, edits_of
from forum.admin.evidence import snapshots
from forum.admin.unusual import plot_of
from forum.models import Claim, Decision, Reply, Report, Sanction, Settlement, Signal, State, Thread
from forum.models.waiting import waiting_for

SAID_LATELY = 30  # days of a person's or a thread's replies whose regions are shown
_MEDIAN = """
select percentile_cont(0.5) within group (order by extract(epoch from settled_at - waited_since))
from forum_settlement where undone_id is null and settled_at > %s
"""


class Record(NamedTuple):
    """What a person has done here: replies by state, mutes, and what was decided last about their words."""

    public: int
    hidden: int
    held: int
    mutes: int
    decisions: list
    regions: list


class Item(NamedTuple):
    """One thing in hand."""

    key: str
    card: object
    waiting: object
    thread: object
    answers: object  # the reply it answers
    attacked: object  # whom it may hurt: the account that is answered, where complaints say so
    reports: list
    reasons: list
    snapshots: list
    plots: list  # of the signals
    record: Record
    regions: list  # of the thread it stands in
    edit: object  # the Amendment that waits
    changes: list  # what it changes, in pieces


def hand_of(moderator):
    """The Items this moderator has in hand, in turn."""
    claims = Claim.objects.in_force().filter(moderator=moderator).values_list("thread", "reply")
    keys = [("thread", thread) if thread else ("reply", reply) for thread, reply in claims]
    rows = waiting_for(moderator, len(keys), only=keys) if keys else []
    things = _things(rows)
    about = _About(list(things.values()))
    return [about.item(row, things[row.key]) for row in rows if row.key in things]


def median_wait():
    """The middle one of the waiting times of the last limits.WAITING_DAYS, as a timedelta; None if there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_MEDIAN, [timezone.now() - timedelta(days=limits.WAITING_DAYS)])
        (seconds,) = cursor.fetchone()
    return None if seconds is None else timedelta(seconds=float(seconds))


def undoable(moderator, most=3):
    """What this moderator settled last and may take back: ``[(batch, verb, words, how many), …]``, newest first."""
    since = timezone.now() - limits.UNDO_WINDOW
    mine = Settlement.objects.filter(decision__moderator=moderator, undone=None, settled_at__gt=since)
    related = "decision__thread", "decision__reply"
    batches = {}
    for one in mine.select_related(*related).order_by("-pk")[: limits.BULK_MOST]:
        batches.setdefault(one.batch, []).append(one.decision)
    return [
        (batch, made[0].get_verb_display(), str(made[0].thing), len(made))
        for batch, made in list(batches.items())[:most]
    ]


def _things(rows):
    threads = Thread.objects.select_related("author", "category")
    replies = Reply.objects.select_related(
        "author", "thread__category", "thread__author", "parent__author", "answering__author"
    )
    found = {}
    for noun, query in (("thread", threads), ("reply", replies)):
        pks = [row.pk for row in rows if row.noun == noun]
        found |= {(noun, thing.pk): thing for thing in query.filter(pk__in=pks)} if pks else {}
    return found


class _About:
    """What stands beside things, asked for all of them at once."""

    def __init__(self, things):
        self.authors = {thing.author_id for thing in things if thing.author_id}
        self.threads = {getattr(thing, "thread_id", thing.pk) for thing in things}
        self.reports = _by_thing(Report.objects.select_related("reporter").filter(outcome=Report.Outcome.OPEN), things)
        reported = [thing for thing in things if self.reports[thing._meta.model_name, thing.pk]]
        self.snapshots = snapshots(reported, outcome=Report.Outcome.OPEN)
        self.signals = defaultdict(list)
        for signal in Signal.objects.filter(outcome=Signal.Outcome.OPEN, thread__in=self.threads).order_by("pk"):
            self.signals[signal.thread_id].append(signal)
        since = timezone.now() - timedelta(days=SAID_LATELY)
        lately = Reply.objects.filter(created_at__gt=since).exclude(region="")
        self.said_from = _spread(lately.filter(author__in=self.authors), "author")
        self.thread_from = _spread(lately.filter(thread__in=self.threads, state=State.PUBLIC), "thread")
        self.states = _counted(Reply.objects.filter(author__in=self.authors), "author", "state")
        self.mutes = _counted(
            Sanction.objects.filter(user__in=self.authors).exclude(kind=Sanction.Kind.WARNING), "user", "user"
        )
        self.decided = self._decisions()
        self.edits = edits_of(things)

    def item(self, row, thing):
        thread = thing if row.noun == "thread" else thing.thread
        reports = self.reports[row.key]
        reasons = Counter(report.get_reason_display() for report in reports).most_common()
        answers = None if row.noun == "thread" else thing.answering or thing.parent
        plots = [plot_of(signal) for signal in self.signals[thread.pk]] if row.noun == "thread" else []
        record, regions = self._record(thing.author_id), self.thread_from[thread.pk]
        key, edit = f"{row.noun}-{row.pk}", self.edits.get(row.key)
        told = (reports, reasons, self.snapshots[row.key], plots, record, regions, edit, changes_of(thing, edit))
        attacked = _answered(thing, answers) if row.urgent else None
        return Item(key, card_of(thing), row, thread, answers, attacked, *told)

    def _record(self, author):
        if author is None:
            return None
        states, mutes = self.states[author], sum(self.mutes[author].values())
        counts = (states[state] for state in (State.PUBLIC, State.HIDDEN, State.HELD))
        return Record(*counts, mutes, self.decided[author], self.said_from[author])

    def _decisions(self):
        """The last few hides and mutes of each."""
        told = Decision.objects.filter(verb__in=[Decision.Verb.HIDE, Decision.Verb.MUTE])
        found = defaultdict(list)
        for column in ("reply__author", "thread__author", "user"):
            about = told.filter(**{f"{column}__in": self.authors}).order_by("-pk").select_related("moderator")
            for decision in about.annotate(whose=F(column))[: 5 * len(self.authors)]:
                found[decision.whose].append(decision)
        return defaultdict(list, {who: sorted(made, key=lambda one: -one.pk)[:3] for who, made in found.items()})


def _answered(thing, answers):
    """The account a reply is addressed to; None for an article, a ghost, or somebody answering themselves."""
    author = (answers or thing.thread).author if isinstance(thing, Reply) else None
    return author if author != thing.author else None


def _by_thing(reports, things):
    found = defaultdict(list)
    for noun in ("thread", "reply"):
        about = [thing.pk for thing in things if thing._meta.model_name == noun]
        for report in reports.filter(**{f"{noun}__in": about}).order_by("pk") if about else ():
            found[noun, getattr(report, f"{noun}_id")].append(report)
    return found


def _counted(rows, whose, what):
    found = defaultdict(Counter)
    for who, value, count in rows.order_by().values_list(whose, what).annotate(count=Count("pk")):
        found[who][value] += count
    return found


def _spread(rows, whose):
    """``{who: [(region, how many, percent), …]}``, the most frequent first."""
    found = defaultdict(list)
    for who, regions in _counted(rows, whose, "region").items():
        total = sum(regions.values())
        top = regions.most_common(limits.REGION_BARS)
        found[who] = [(region, count, round(100 * count / total)) for region, count in top]
    return found
