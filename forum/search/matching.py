"""The newest matches of a question, at a price that does not grow with how common its words are.

PostgreSQL's estimate tells whether a question has few matches or many. Few are all fetched, and so counted. Of many
only those of the newest days are: the marks of those days stand in the index beside the words, and the days are
widened until there are enough.
"""

import json
from datetime import datetime
from typing import NamedTuple

from django.db import connection

from forum import limits
from forum.search.marks import day_of, days_marks
from forum.search.words import quoted

_READ = 2_000  # characters of a text that are looked at to rank it
_ROWS = """
with found as materialized (
    select entry.id, entry.thread_id, entry.reply_id, entry.written_at, entry.text
    from forum_searchentry as entry where {entry}
)
select found.id, found.thread_id, found.reply_id, found.written_at, left(found.text, %s), thread.title,
       thread.category_id, coalesce(reply.region, thread.region), count(*) over ()
from found join forum_thread as thread on thread.id = found.thread_id
left join forum_reply as reply on reply.id = found.reply_id
where thread.state = 'public' {thread}
order by found.written_at desc, found.id desc limit %s
"""
_ESTIMATE = """
explain (format json) select 1 from forum_searchentry as entry
join forum_thread as thread on thread.id = entry.thread_id
where {entry} and thread.state = 'public' {thread}
"""
_REACH = """
select (select reltuples from pg_class where oid = 'forum_searchentry'::regclass),
       (select written_at from forum_searchentry order by written_at limit 1),
       (select written_at from forum_searchentry order by written_at desc limit 1)
"""


class Match(NamedTuple):
    """One entry that matches, with what ranks it."""

    pk: int
    thread_id: int
    reply_id: int | None
    written_at: datetime
    text: str
    title: str
    category_id: int
    region: str


class Matches(NamedTuple):
    """The newest matches, and how many there are; where counting would take too long, about how many."""

    rows: list
    count: int
    is_exact: bool


def newest(asked, need, *, until=None, after=None):
    """The `need` newest matches, of those written `until` a moment, or `after` a row (moment, pk) in that order."""
    entry = [*asked.entry]
    if until:
        entry.append(("entry.written_at <= %s", until))
    if after:
        entry.append(("(entry.written_at, entry.id) < (%s, %s)", *after))
    about = _estimate(asked, entry)
    if about <= limits.RESULTS_COUNTED:
        return _fetch(asked, entry, need)
    for days in _windows(about, need, until or (after and after[0])):
        found = _fetch(asked, entry, need, days)
        if days is None:
            return found
        if len(found.rows) >= need:
            return found._replace(count=about, is_exact=False)
    raise AssertionError("the last window is everything")


def _windows(about, need, until):
    """Marks of ever more days back from the newest; None is all there are. The first should hold enough."""
    with connection.cursor() as cursor:
        cursor.execute(_REACH)
        entries, oldest, latest = cursor.fetchone()
    last = day_of(min(until, latest) if until else latest)
    span = last - day_of(oldest) + 1
    days = max(1, int(span * 1.5 * need / about))
    while days < span and entries > limits.RESULTS_COUNTED and (marks := days_marks(last - days + 1, last)):
        yield marks
        days *= 4
    yield None


def _fetch(asked, entry, need, days=None):
    query = f"({' | '.join(map(quoted, days))})" if days else ""
    where, values = _conditions(asked, entry, " & ".join(filter(None, [asked.query, query])))
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(**where), [*values[0], _READ, *values[1], need])
        rows = cursor.fetchall()
    return Matches([Match(*row[:-1]) for row in rows], rows[0][-1] if rows else 0, True)


def _estimate(asked, entry):
    where, values = _conditions(asked, entry, asked.query)
    with connection.cursor() as cursor:
        cursor.execute(_ESTIMATE.format(**where), [*values[0], *values[1]])
        plan = cursor.fetchone()[0]
    return (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]["Plan Rows"]


def _conditions(asked, entry, query):
    if query:
        entry = [("entry.vector @@ %s::tsquery", query), *entry]
    sql = {
        "entry": " and ".join(condition for condition, *_values in entry) or "true",
        "thread": "".join(f"and {condition} " for condition, *_values in asked.thread),
    }
    return sql, [[value for _, *values in part for value in values] for part in (entry, asked.thread)]
