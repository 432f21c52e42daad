"""What stands beside an article: its author, where its readers write from, related threads."""

from collections import Counter
from itertools import count

from django.db import connection

from forum import limits
from forum.memory import recall
from forum.models import SiteSettings, Thread
from forum.region import named
from forum.views.related import OF_THREAD
from forum.views.series import PARTS, place_of

_serials = count(1)
_NUMBERS = """
with places as (
  select region, count(*) as n from forum_reply where thread_id = %(thread)s and state = 'public' and region <> ''
  group by region order by n desc, region
), written as (
  select count(*) as threads, coalesce(sum(views_count), 0)::bigint as views from forum_thread
  where author_id = %(author)s and state = 'public'
)
select threads, views, array(select region from places), array(select n from places) from written
"""
_BESIDE = f"select array({OF_THREAD}), ({PARTS})"

_WANTED = "id title terms replies_count views_count printed_replies printed_views imported_replies".split()
_PRINTED = [field.attname for field in Thread._meta.concrete_fields if field.attname in _WANTED]  # in from_db's order
_RELATED = f"""
select {", ".join(_PRINTED)} from forum_thread
where id <> %(thread)s and state = 'public' and {{alike}} limit {limits.RELATED_THREADS}
"""


def margin_of(thread):
    """What the margin shows: ``author_card``, ``regions``, ``related`` and, in a series, ``place``; ``serial``
    tells one answer from another."""
    numbers = recall(
        ("margin", thread.pk), lambda: (next(_serials), *_numbers(thread)), shows=(f"thread-{thread.pk}", "all")
    )
    # a reply changes the numbers; which articles are alike, or in a series, only what touches "all"
    beside = recall(("beside", thread.pk, thread.category_id), lambda: (next(_serials), *_beside(thread)), size=6000)
    return {
        "serial": (numbers[0], beside[0]),
        "author_card": numbers[1],
        "regions": numbers[2],
        "related": beside[1],
        "place": beside[2],
    }


def _numbers(thread):
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, {"thread": thread.pk, "author": thread.author_id})
        threads, views, regions, counts = cursor.fetchone()
    return thread.author and {"threads": threads, "views": views}, _bars(regions, counts)


def _beside(thread):
    with connection.cursor() as cursor:
        cursor.execute(_BESIDE, {"thread": thread.pk})
        alike, parts = cursor.fetchone()
    return _related(thread, alike), place_of(thread, parts)


def _bars(regions, counts):
    """No finer than the operator wants now: at the country's precision the provinces are one bar."""
    places = Counter()
    for region, n in zip(regions, counts, strict=True):
        places[named(region).at(SiteSettings.current().region_precision)] += n
    rows = [(place, n) for place, n in places.most_common(limits.REGION_BARS) if place]
    return [{"region": place, "n": n, "share": round(100 * n / rows[0][1])} for place, n in rows]


def _related(thread, alike):
    """By shared words; where none are shared, by the shelf."""
    given = {"thread": thread.pk, "category": thread.category_id, "alike": alike}
    among = "id = any(%(alike)s) order by array_position(%(alike)s, id)"
    shelf = "category_id = %(category)s order by published_at desc, id desc"
    with connection.cursor() as cursor:
        cursor.execute(_RELATED.format(alike=among if alike else shelf), given)
        return [Thread.from_db("default", _PRINTED, row) for row in cursor.fetchall()]
