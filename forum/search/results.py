"""Asking the index: a question → a page of hits and what stands round it."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from forum import limits
from forum.models import Reply, SearchEntry, Thread
from forum.search.asking import Asked, read
from forum.search.facets import facets
from forum.search.matching import newest
from forum.search.meanings import meanings
from forum.search.scoring import Ranked, ranked, stands_as_typed
from forum.search.slips import meant
from forum.search.snippets import marked
from forum.search.trade import refresh

SORTS = ("relevance", "latest")
_MICRO = 10**6


class Hit(NamedTuple):
    """A thread, or a reply in it, with its title and the piece that was found as safe HTML, and why it is here."""

    thread: Thread
    reply: Reply | None
    title: SafeString
    snippet: SafeString
    parts: list
    points: float


class Results(NamedTuple):
    """One page of hits. `count` is exact or a good guess; `instead` is the question that was answered, if another."""

    hits: list
    count: int = 0
    is_exact: bool = True
    next: str = ""
    asked: Asked = Asked()
    facets: list = []
    instead: str = ""


def search(query, viewer, *, sort="relevance", cursor="", literally=False):
    """What the viewer may read of what they ask for, best or newest first. Never fails, whatever is asked.

    Relevance is told of the newest `limits.RESULTS_RANKED` matches only, so that a word which stands in every
    third text costs no more than another. `cursor` is a page's `next`; a bad one is the first page. Unless
    `literally`, a slip of the keyboard is put right when that finds what the slip does not.
    """
    asked = read_question(query)
    if not asked.is_question:
        return Results([], asked=asked)
    page = _latest(asked, _after(cursor)) if sort == "latest" else _best(asked, _as_of(cursor))
    if not cursor and not literally and not page.stands:
        for better in meant(asked.words):
            filters = " ".join(one.written for one in asked.filters)
            other = read_question(f"{better} {filters}")
            found = _latest(other, None) if sort == "latest" else _best(other, None)
            if found.rows and found.stands:
                return _results(found, other, viewer, instead=better)
    return _results(page, asked, viewer)


class _Page(NamedTuple):
    rows: list  # Ranked
    matches: object
    next: str
    stands: bool


def read_question(query):
    """A question with the trade words of today, and with what its pinyin stands for."""
    refresh()
    asked = read(query)
    spoken = meanings(asked)
    return read(query, spoken) if spoken else asked


def _latest(asked, after):
    size = limits.RESULTS_PER_PAGE
    matches = newest(asked, size + 1, after=after)
    rows = matches.rows[:size]
    following = f"{_stamp(rows[-1].written_at)}-{rows[-1].pk}" if len(matches.rows) > size else ""
    return _Page([Ranked(row, [], 0) for row in rows], matches, following, stands_as_typed(asked, matches.rows))


def _best(asked, seen):
    until, points, pk = seen or (None, None, None)
    matches = newest(asked, limits.RESULTS_RANKED, until=until)
    rows = ranked(asked, matches.rows)
    if seen:
        place = next((place for place, one in enumerate(rows) if one.match.pk == pk), None)
        rows = [one for one in rows if _points(one) < points] if place is None else rows[place + 1 :]
    size, following = limits.RESULTS_PER_PAGE, ""
    if len(rows) > size:
        last = rows[size - 1]
        stamp = _stamp(until or matches.rows[0].written_at)
        following = f"{stamp}-{_points(last)}-{last.match.pk}"
    return _Page(rows[:size], matches, following, stands_as_typed(asked, matches.rows))


def _results(page, asked, viewer, instead=""):
    found = facets(page.matches, asked)
    hits = _hits(page.rows, asked, viewer)
    return Results(hits, page.matches.count, page.matches.is_exact, page.next, asked, found, instead)


def _hits(rows, asked, viewer):
    entries = SearchEntry.objects.filter(pk__in=[one.match.pk for one in rows])
    entries = {entry.pk: entry for entry in _with_things(entries)}
    rows = [(entries[one.match.pk], one) for one in rows if one.match.pk in entries]
    threads = Thread.objects.visible_to(viewer).filter(pk__in=[entry.thread_id for entry, _ in rows])
    replies = Reply.objects.visible_to(viewer).filter(pk__in=[entry.reply_id for entry, _ in rows if entry.reply_id])
    visible = {(pk, None) for pk in threads.values_list("pk", flat=True)}
    visible |= set(replies.values_list("thread_id", "pk"))
    return [_hit(entry, asked, one) for entry, one in rows if (entry.thread_id, entry.reply_id) in visible]


def _with_things(entries):
    return entries.select_related("thread__author", "thread__category", "reply__author").defer(
        "vector", "thread__body", "thread__body_html", "thread__contents", "reply__body", "reply__body_html"
    )


def _hit(entry, asked, one):
    title = entry.thread.title
    return Hit(
        entry.thread,
        entry.reply,
        # Both are escaped by `marked`, which adds nothing but <mark>.
        mark_safe(marked(title, asked.wanted, len(title))),
        mark_safe(marked(entry.text, asked.wanted, limits.SNIPPET_LENGTH)),
        one.parts,
        one.points,
    )


def _points(one):
    return round(one.points * _MICRO)


def _stamp(moment):
    return round(moment.timestamp() * _MICRO)


def _numbers(cursor, many):
    parts = cursor.split("-")
    if len(parts) != many or not all(part.isdecimal() and part.isascii() and len(part) < 18 for part in parts):
        return None
    return [int(part) for part in parts]


def _after(cursor):
    numbers = _numbers(cursor, 2)
    return numbers and (_moment(numbers[0]), numbers[1])


def _as_of(cursor):
    numbers = _numbers(cursor, 3)
    return numbers and (_moment(numbers[0]), numbers[1], numbers[2])


def _moment(stamp):
    seconds, micro = divmod(stamp, _MICRO)
    return datetime.fromtimestamp(min(seconds, 10**11), UTC).replace(microsecond=micro)
