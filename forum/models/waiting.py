"""What waits for a moderator, as questions: words held for review, edits of public ones, complaints, and signals."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import BooleanField, Case, Count, Min, Q, Value, When
from django.db.models.functions import Coalesce

from forum import limits
from forum.models.amendment import Amendment
from forum.models.claim import Claim
from forum.models.reply import Reply
from forum.models.report import Report
from forum.models.signal import Signal
from forum.models.state import State
from forum.models.thread import Thread

URGENT = (Report.Reason.BULLYING, Report.Reason.MINORS)  # people are being hurt while these wait
NOUNS = {"thread": Thread, "reply": Reply}


class Waiting(NamedTuple):
    """One thing that waits: ``since`` when, for how many ``complaints``, ``signals`` of what kind."""

    noun: str  # of NOUNS
    pk: int
    since: datetime
    held: bool = False
    complaints: int = 0
    urgent: bool = False
    signals: int = 0
    edited: bool = False  # an edit waits, and readers see the words before it

    @property
    def key(self):
        return self.noun, self.pk

    @property
    def turn(self):
        """What is urgent first, then by waiting time, to which each complaint adds limits.COMPLAINT_WEIGHS: many
        complaints go first and nothing waits for ever behind them."""
        return not self.urgent, self.since - self.complaints * limits.COMPLAINT_WEIGHS, self.pk

    def __or__(self, other):
        return Waiting(
            self.noun, self.pk, min(self.since, other.since), self.held or other.held,
            self.complaints + other.complaints, self.urgent or other.urgent, self.signals + other.signals,
            self.edited or other.edited,
        )  # fmt: skip


def waiting_for(moderator, most, *, only=None):
    """The first ``most`` of what this moderator may be given, in turn: not their own words, nor what another has in
    hand. ``only`` narrows it to these ``(noun, pk)``, whoever has them. Eight questions of the database."""
    rows = [row for noun in NOUNS for row in _of(noun, moderator, most, only)]
    found = {}
    for row in rows:
        found[row.key] = found[row.key] | row if row.key in found else row
    return sorted(found.values(), key=lambda row: row.turn)[:most]


def count_waiting(moderator):
    """How much waits for this moderator, whoever has it in hand: two questions."""
    return sum(
        NOUNS[noun].objects.moderated_by(moderator).exclude(author=moderator).filter(_waits(noun)).count()
        for noun in NOUNS
    )


def _waits(noun):
    reported = Report.objects.filter(outcome=Report.Outcome.OPEN, **{f"{noun}__isnull": False}).values(noun)
    edited = Amendment.objects.waiting().filter(**{f"{noun}__isnull": False}).values(noun)
    waits = Q(state=State.HELD) | Q(pk__in=reported) | Q(pk__in=edited)
    if noun == "thread":
        waits |= Q(pk__in=Signal.objects.filter(outcome=Signal.Outcome.OPEN).values("thread"))
    return waits


def _of(noun, moderator, most, only):
    theirs = NOUNS[noun].objects.moderated_by(moderator).exclude(author=moderator)
    if only is None:
        others = Claim.objects.in_force().exclude(moderator=moderator).filter(**{f"{noun}__isnull": False})
        theirs = theirs.exclude(pk__in=others.values(noun))
    else:
        theirs = theirs.filter(pk__in=[pk for kind, pk in only if kind == noun])
    held = theirs.filter(state=State.HELD).annotate(since=Coalesce("edited_at", "created_at")).order_by("pk")
    for pk, since in held.values_list("pk", "since")[:most]:
        yield Waiting(noun, pk, since, held=True)
    edits = Amendment.objects.waiting().filter(**{f"{noun}__in": theirs}).order_by("made_at", "pk")
    for pk, since in edits.values_list(noun, "made_at")[:most]:
        yield Waiting(noun, pk, since, edited=True)
    for row in _complaints(noun, theirs)[:most]:
        yield Waiting(noun, row[noun], row["since"], complaints=row["count"], urgent=row["urgent"])
    if noun == "thread":
        open_ones = Signal.objects.filter(outcome=Signal.Outcome.OPEN, thread__in=theirs).order_by().values("thread")
        for row in open_ones.annotate(since=Min("raised_at"), count=Count("pk")).order_by("since")[:most]:
            yield Waiting(noun, row["thread"], row["since"], signals=row["count"])


def _complaints(noun, theirs):
    urgent = Case(When(reason__in=URGENT, then=Value(1)), default=Value(None))
    open_ones = Report.objects.filter(outcome=Report.Outcome.OPEN, **{f"{noun}__in": theirs}).order_by().values(noun)
    counted = open_ones.annotate(count=Count("pk"), since=Min("created_at"), hurt=Count(urgent))
    is_urgent = Case(When(hurt__gt=0, then=True), default=False, output_field=BooleanField())
    return counted.annotate(urgent=is_urgent).order_by("-urgent", "-count", "since")
