"""What others would answer: LIKE and the default parser in PostgreSQL, trigrams in SQLite."""

import contextlib
import sqlite3

from django.db import connection

from tests.load.search.measures import DEPTH

_TABLE = """
create temporary table judged (number integer, title text, body text, written_at timestamptz, words tsvector
generated always as (setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', body)) stored)
"""
_LIKE = """
select number from judged where {each} order by {title} desc, written_at desc limit %s
"""  # those with a title that matches first, which most software does not even do
_WORDS = """
select number from judged, plainto_tsquery('simple', %s) asked where words @@ asked
order by ts_rank_cd(words, asked) desc, written_at desc limit %s
"""
_TRIGRAMS = "select rowid from judged where judged match ? order by bm25(judged, 10, 1) limit ?"


def fill(texts):
    """Give them the same texts; {name: what answers a question with numbers, best first}."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLE)
        rows = [(number, text.title, text.body, text.written_at) for number, text in enumerate(texts)]
        cursor.executemany("insert into judged values (%s, %s, %s, %s)", rows)
    trigrams = sqlite3.connect(":memory:")
    trigrams.execute("create virtual table judged using fts5(title, body, tokenize='trigram')")
    trigrams.executemany("insert into judged (rowid, title, body) values (?, ?, ?)", [row[:3] for row in rows])
    return {
        "LIKE": _like,
        "PostgreSQL's parser": lambda typed: _numbers(_WORDS, [typed, DEPTH]),
        "SQLite trigram": lambda typed: _trigrams(trigrams, typed),
    }


def _like(typed):
    pieces = [f"%{piece}%" for piece in typed.split()]
    each = " and ".join(["(title ilike %s or body ilike %s)"] * len(pieces))
    title = "(" + " and ".join(["title ilike %s"] * len(pieces)) + ")"
    values = [piece for piece in pieces for _ in "tb"]
    return _numbers(_LIKE.format(each=each, title=title), [*values, *pieces, DEPTH])


def _numbers(sql, values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [number for (number,) in cursor.fetchall()]


def _trigrams(database, typed):
    """None for fewer than three characters: no trigram holds them."""
    asked = " ".join(f'"{piece}"' for piece in typed.split())
    with contextlib.suppress(sqlite3.OperationalError):
        return [number for (number,) in database.execute(_TRIGRAMS, [asked, DEPTH])]
    return []
