"""The newest matches of a question, at a price that does not grow with how common its words are.

PostgreSQL's estimate tells whether a question has few matches or many. Few are all fetched, and so counted. Of many
only those of the newest days are: the marks of those days stand in the index beside the words, and the days are
widened until there are enough. How many match in all is then told by those days.
"""

import json
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection

from forum import limits
from forum.chinese import fold
from forum.search.marks import day_of, days_marks
from forum.search.words import quoted

_FIRST, _SPARE, _WIDER = 8, 1.3, 16  # times what is needed: entries looked at first, matches meant, steps at most
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
_ENTRIES = "select reltuples from pg_class where oid = 'forum_searchentry'::regclass"
# In disguise: the index of times must not be taken for it, or each text of those days would be looked into.
_SINCE = "entry.written_at + interval '0' >= %s"
_BACK = """
select written_at from forum_searchentry where written_at <= %s order by written_at desc, id desc limit 1 offset %s
"""


class Match(NamedTuple):
    """One entry that matches, with what ranks it."""

    pk: int
    thread_id: int
    reply_id: int | None
    written_at: datetime
    text: str  # folded
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
    return _of_newest(asked, entry, need, until or (after and after[0]), about) or _fetch(asked, entry, need)


def _of_newest(asked, entry, need, until, about):
    """The matches among so many of the newest entries, ever more until there are enough; None if there never are.

    How many to look at next is told by how many of the last have matched: the planner's guess is far off where words
    go together. And days are told by entries: people write more in some months than in others.
    """
    until = until or datetime.max.replace(tzinfo=UTC)
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES)
        (entries,) = cursor.fetchone()
        back = _FIRST * need
        while back < entries / 2 and (first := _at(cursor, until, back)):
            days = days_marks(day_of(first), day_of(_at(cursor, until, 0)))
            found = _fetch(asked, [*entry, (_SINCE, first)], need, days) if days else Matches([], 0, False)
            if len(found.rows) >= need:
                # A condition beside the words may hold of these days only; there the planner knows better.
                whole = about if asked.entry or asked.thread else round(found.count * entries / back)
                return found._replace(count=whole, is_exact=False)
            back = int(back * min(max(2, _SPARE * need / (found.count or 1)), _WIDER))
    return None


def _at(cursor, until, back):
    """When the entry was written that stands so many behind the newest until a moment; None behind the last."""
    cursor.execute(_BACK, [until, back])
    row = cursor.fetchone()
    return row and row[0]


def _fetch(asked, entry, need, days=None):
    query = f"({' | '.join(map(quoted, days))})" if days else ""
    where, values = _conditions(asked, entry, " & ".join(filter(None, [asked.query, query])))
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(**where), [*values[0], _READ, *values[1], need])
        rows = cursor.fetchall()
    matches = [Match(*row[:4], fold(row[4]), *row[5:-1]) for row in rows]
    return Matches(matches, rows[0][-1] if rows else 0, True)


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
