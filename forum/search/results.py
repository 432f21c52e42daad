"""Asking the index."""

from typing import NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Value
from django.utils.safestring import SafeString, mark_safe

from forum import limits
from forum.models import Reply, SearchEntry, State, Thread
from forum.search.questions import question
from forum.search.snippets import snippet

SORTS = ("relevance", "latest")
_WEIGHTS = [0.05, 0.25, 0.6, 1.0]  # gram of the body, word of the body, gram of the title, word of the title


class Hit(NamedTuple):
    """A thread, or a reply in it, with its title and the piece that was found as safe HTML."""

    thread: Thread
    reply: Reply | None
    title: SafeString
    snippet: SafeString


class Results(NamedTuple):
    """One page of hits. `count` stops at `limits.RESULTS_COUNTED`; then `is_more` tells that there are more."""

    hits: list
    count: int = 0
    is_more: bool = False
    page: int = 1
    pages: int = 1

    @property
    def next(self):
        """The number of the next page, or None."""
        return self.page + 1 if self.page < self.pages else None

    @property
    def previous(self):
        """The number of the page before, or None."""
        return self.page - 1 if self.page > 1 else None


def search(query, viewer, *, sort="relevance", page=1):
    """What the viewer may read of what they ask for, best or newest first. Never fails, whatever is asked.

    Relevance is told of the newest `limits.RESULTS_RANKED` matches only, so that a word which stands in every
    third text costs no more than another; a page beyond the last one is the last one.
    """
    asked = question(query)
    if not asked:
        return Results([])
    matches = SearchEntry.objects.filter(vector=_Literal(asked), thread__state=State.PUBLIC)
    count = matches[: limits.RESULTS_COUNTED + 1].count()
    is_more, count = count > limits.RESULTS_COUNTED, min(count, limits.RESULTS_COUNTED)
    ordered = matches.order_by("-written_at", "-id")
    if sort == "relevance":
        ordered = _ranked(ordered[: limits.RESULTS_RANKED], asked)
    listed = min(count, limits.RESULTS_RANKED) if sort == "relevance" else count
    pages = max(1, -(-listed // limits.RESULTS_PER_PAGE))
    page = min(max(1, page), pages)
    start = (page - 1) * limits.RESULTS_PER_PAGE
    rows = _with_things(ordered)[start : min(start + limits.RESULTS_PER_PAGE, listed)]
    return Results(_hits(rows, query, viewer), count, is_more, page, pages)


class _Literal(SearchQuery):
    """A tsquery as written by `question`; PostgreSQL's own parser would cut c++ and v2.0 otherwise than we do."""

    def as_sql(self, compiler, connection, function=None, template=None):
        sql, params = compiler.compile(self.get_source_expressions()[0])
        return f"{sql}::tsquery", params


def _ranked(newest, asked):
    rank = SearchRank(F("vector"), _Literal(asked), weights=Value(_WEIGHTS), cover_density=True)
    entries = SearchEntry.objects.filter(pk__in=newest.values("pk"))
    return entries.annotate(rank=rank).order_by("-rank", "-written_at", "-id")


def _with_things(entries):
    return entries.select_related("thread__author", "thread__category", "reply__author").defer(
        "vector", "thread__body", "thread__body_html", "thread__contents", "reply__body", "reply__body_html"
    )


def _hits(entries, query, viewer):
    entries = list(entries)
    threads = Thread.objects.visible_to(viewer).filter(pk__in=[entry.thread_id for entry in entries])
    replies = Reply.objects.visible_to(viewer).filter(pk__in=[entry.reply_id for entry in entries if entry.reply_id])
    visible = {(pk, None) for pk in threads.values_list("pk", flat=True)}
    visible |= set(replies.values_list("thread_id", "pk"))
    return [_hit(entry, query) for entry in entries if (entry.thread_id, entry.reply_id) in visible]


def _hit(entry, query):
    title = entry.thread.title
    return Hit(
        entry.thread,
        entry.reply,
        # Both are escaped by `snippet`, which adds nothing but <mark>.
        mark_safe(snippet(title, query, len(title))),
        mark_safe(snippet(entry.text, query, limits.SNIPPET_LENGTH)),
    )
