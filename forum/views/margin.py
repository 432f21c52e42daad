"""What stands beside an article: its author, where its readers write from, related threads."""

from collections import Counter

from django.db import connection

from forum import limits
from forum.memory import recall
from forum.models import SiteSettings, Thread
from forum.region import named
from forum.views.related import OF_THREAD
from forum.views.series import PARTS, place_of

_NUMBERS = f"""
with places as (
  select region, count(*) as n from forum_reply where thread_id = %(thread)s and state = 'public' and region <> ''
  group by region order by n desc, region
), written as (
  select count(*) as threads, coalesce(sum(views_count), 0)::bigint as views from forum_thread
  where author_id = %(author)s and state = 'public'
)
select threads, views, array(select region from places), array(select n from places), array({OF_THREAD}), ({PARTS})
from written
"""


def margin_of(thread):
    """Template context of the margin: ``author_card``, ``regions``, ``related`` and, in a series, ``place``."""
    return recall(
        ("margin", thread.pk),
        lambda: _margin(thread),
        shows=(f"thread-{thread.pk}", "all"),
        size=20_000,
    )


def _margin(thread):
    """One question for all of it, and one for the cards of what is related."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, {"thread": thread.pk, "author": thread.author_id})
        threads, views, regions, counts, alike, parts = cursor.fetchone()
    return {
        "author_card": thread.author and {"threads": threads, "views": views},
        "regions": _bars(regions, counts),
        "related": list(_related(thread, alike)),
        "place": place_of(thread, parts),
    }


def _bars(regions, counts):
    """No finer than the operator wants now: at the country's precision the provinces are one bar."""
    places = Counter()
    for region, n in zip(regions, counts, strict=True):
        places[named(region).at(SiteSettings.current().region_precision)] += n
    rows = [(place, n) for place, n in places.most_common(limits.REGION_BARS) if place]
    return [{"region": place, "n": n, "share": round(100 * n / rows[0][1])} for place, n in rows]


def _related(thread, alike):
    """By shared words; where none are shared, by the shelf."""
    others = Thread.objects.for_feed().exclude(pk=thread.pk)
    if not alike:
        return others.filter(category=thread.category).latest()[: limits.RELATED_THREADS]
    return sorted(others.filter(pk__in=alike), key=lambda other: alike.index(other.pk))[: limits.RELATED_THREADS]
