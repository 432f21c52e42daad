"""Fold what was seen into the counters."""

import time

from django.db import connection, transaction

from forum import readership
from forum.models import View

_ONE_AT_A_TIME = 7_166_001  # advisory lock: two processes folding the same threads would wait for each other
_FOLD = """
with new as (
    insert into forum_view (thread_id, visitor, half_hour)
    select seen.* from unnest(%s::bigint[], %s::bytea[], %s::int[]) as seen (thread, visitor, half_hour)
    join forum_thread on forum_thread.id = seen.thread and forum_thread.state = 'public'
    on conflict do nothing
    returning thread_id
), counted as (select thread_id, count(*) as views from new group by thread_id)
update forum_thread set views_count = views_count + counted.views
from counted where forum_thread.id = counted.thread_id
"""


def fold_views(seen=None):
    """Write the views in one statement; each counts once however many processes saw it. Returns threads touched.

    What cannot be written now goes back into memory.
    """
    seen = sorted(readership.take() if seen is None else seen)
    if not seen:
        return 0
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
            cursor.execute(_FOLD, [list(column) for column in zip(*seen, strict=True)])
            return cursor.rowcount
    except BaseException:
        readership.put_back(seen)
        raise


def forget_views():
    """Remove the marks of half hours that are over; the counters keep what they counted."""
    return View.objects.filter(half_hour__lt=int(time.time()) // readership.HALF_HOUR - 1).delete()[0]
