"""What the dashboard counts: one question of the database each, over a time that ends ``now``, in the site's time zone.

What has no index by time is looked for among the newest limits.NEWEST_COUNTED rows only, found by number.
"""

from collections import Counter
from datetime import timedelta
from typing import NamedTuple

from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate, TruncHour
from django.utils import timezone

from forum import limits
from forum.models import Reply, Settlement, WordHit

HOUR = timedelta(hours=1)
WEEK = 7 * 24  # hours


class Replies(NamedTuple):
    """Replies written here, of a week: by hour of the last day, by hour of the day, and by region."""

    last_day: list  # [(hour, how many), …], oldest first
    week: list
    regions: list  # the most frequent first
    complete: bool  # no older ones were left out


class Median(Aggregate):
    """The middle value, by PostgreSQL's ordered-set aggregate."""

    template = "percentile_cont(0.5) within group (order by %(expressions)s)"


def days_until(now):
    """The dates of the last limits.DASHBOARD_DAYS, today last."""
    today = timezone.localdate(now)
    return [today - timedelta(days=ago) for ago in reversed(range(limits.DASHBOARD_DAYS))]


def a_day(rows, column, now):
    """``[(date, how many rows), …]`` of the days until now."""
    days = days_until(now)
    lately = _newest(rows).filter(**{f"{column}__gt": _begin(now), f"{column}__lte": now})
    counts = dict(lately.order_by().annotate(day=TruncDate(column)).values_list("day").annotate(Count("pk")))
    return [(day, counts.get(day, 0)) for day in days]


def waits(now):
    """``[(date, median wait, how many settled), …]``; the wait is a timedelta, None on a day nothing was settled."""
    waited = ExpressionWrapper(F("settled_at") - F("waited_since"), output_field=DurationField())
    settled = Settlement.objects.filter(undone=None, settled_at__gt=_begin(now), settled_at__lte=now).order_by()
    rows = settled.annotate(day=TruncDate("settled_at")).values("day").annotate(median=Median(waited), many=Count("pk"))
    found = {row["day"]: (row["median"], row["many"]) for row in rows}
    return [(day, *found.get(day, (None, 0))) for day in days_until(now)]


def replies(now):
    """The Replies of the week that ends now; imported ones were not written here and do not count."""
    this_hour = timezone.localtime(now).replace(minute=0, second=0, microsecond=0)
    since = this_hour - (WEEK - 1) * HOUR
    lately = _newest(Reply.objects).filter(imported=False, created_at__gte=since, created_at__lte=now)
    hourly = lately.order_by().annotate(hour=TruncHour("created_at")).values_list("hour", "region")
    hours, week, regions = Counter(), Counter(), Counter()
    for hour, region, many in hourly.annotate(Count("pk")):
        hours[hour] += many
        week[timezone.localtime(hour).hour] += many
        regions[region] += many
    last_day = [this_hour - ago * HOUR for ago in reversed(range(24))]
    return Replies(
        [(timezone.localtime(hour).hour, hours[hour]) for hour in last_day],
        [(hour, week[hour]) for hour in range(24)],
        regions.most_common(),
        regions.total() < limits.NEWEST_COUNTED,
    )


def top_words(now):
    """``[(blocked word, how often met), …]`` of the last week, the most frequent first."""
    lately = WordHit.objects.filter(made_at__gt=now - WEEK * HOUR, made_at__lte=now).order_by()
    met = lately.values_list("word").annotate(many=Count("pk"))
    return list(met.order_by("-many", "word")[: limits.DASHBOARD_BARS])


def _begin(now):
    first = timezone.localtime(now) - timedelta(days=limits.DASHBOARD_DAYS - 1)
    return first.replace(hour=0, minute=0, second=0, microsecond=0)


def _newest(rows):
    older = rows.order_by("-pk").values("pk")[limits.NEWEST_COUNTED : limits.NEWEST_COUNTED + 1]
    return rows.filter(pk__gt=Coalesce(Subquery(older), Value(0)))
