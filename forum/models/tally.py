"""What was decided, counted by month for everybody to see: no names, no words, no addresses."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from django.db import connection
from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from forum import limits
from forum.models.appeal import Appeal
from forum.models.decision import Decision

# The middle one of the waiting times of what was settled in each month, in the site's time zone.
_MEDIANS = """
select date_trunc('month', settled_at at time zone %s)::date,
  percentile_cont(0.5) within group (order by extract(epoch from settled_at - waited_since))
from forum_settlement where undone_id is null and settled_at >= %s group by 1
"""


class Month(NamedTuple):
    """One month: how many of each measure and by each rule (None: none named), and what became of appeals."""

    first: date
    measures: Counter
    rules: Counter
    median: timedelta | None  # from waiting to decided
    appeals: Counter

    @property
    def total(self):
        return self.measures.total()


def months_until(now):
    """The Months of the last limits.TALLY_MONTHS, the present one first. Three questions of the database."""
    this = timezone.localtime(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    firsts = [_before(this, ago) for ago in range(limits.TALLY_MONTHS)]
    measures, rules = _decided(firsts[-1])
    appeals, medians = _appealed(firsts[-1]), _medians(firsts[-1])
    days = [first.date() for first in firsts]
    return [Month(day, measures[day], rules[day], medians.get(day), appeals[day]) for day in days]


def _before(first, months):
    """The first of the month so many months before."""
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    return timezone.make_aware(timezone.make_naive(first).replace(year=year, month=month + 1))


def _decided(since):
    """Measures and rules by month; what was undone is as if it had not been."""
    made = Decision.objects.filter(made_at__gte=since, verb__in=Decision.MEASURES)
    standing = made.exclude(settlement__undone__isnull=False).order_by().annotate(month=TruncMonth("made_at"))
    measures, rules = defaultdict(Counter), defaultdict(Counter)
    for month, verb, rule, many in standing.values_list("month", "verb", "rule_number").annotate(n=Count("pk")):
        measures[timezone.localtime(month).date()][verb] += many
        rules[timezone.localtime(month).date()][rule] += many
    return measures, rules


def _appealed(since):
    found = defaultdict(Counter)
    decided = Appeal.objects.filter(decided_at__gte=since).order_by().annotate(month=TruncMonth("decided_at"))
    for month, outcome, many in decided.values_list("month", "outcome").annotate(n=Count("pk")):
        found[timezone.localtime(month).date()][outcome] += many
    return found


def _medians(since):
    with connection.cursor() as cursor:
        cursor.execute(_MEDIANS, [timezone.get_current_timezone_name(), since])
        return {month: timedelta(seconds=float(seconds)) for month, seconds in cursor.fetchall()}
