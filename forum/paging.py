"""Pages by keyset: the next page starts after the last row seen, so page 200 costs what page 1 does."""

from typing import NamedTuple

from django.db.models import Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat

from forum import limits, prepared
from forum.models import Reply, Shown
from forum.models.reply import sees_everything

SORTS = {  # what each order of replies compares; a minus is descending
    "oldest": ("root", "pk"),
    "newest": ("-root", "pk"),
    "hot": ("-heat", "root", "pk"),
}


class Page(NamedTuple):
    """Replies as ``Shown``, and the cursors that lead on: ``None`` means there is no such page, "" the first one."""

    rows: list
    next: str | None
    previous: str | None


def page_of(thread, viewer, sort="oldest", cursor="", *, only=None, size=limits.REPLIES_PER_PAGE):
    """The page of a thread's replies that follows ``cursor``; a bad cursor is the first page.

    ``only`` is the number of the one person whose words are wanted.
    """
    keys = SORTS.get(sort, SORTS["oldest"])
    after = _read(cursor, keys)
    rows = _rows(thread, viewer, keys, after, only, size + 1)
    more, rows = len(rows) > size, rows[:size]
    previous = (rows[0].back if rows else None) or "" if after else None
    return Page(rows, next=_write(rows[-1], keys) if more else None, previous=previous)


def _rows(thread, viewer, keys, after, only, limit):
    """Worded once for each kind of page; the numbers are the thread's, the viewer's, the author's, the cursor's."""
    everything = sees_everything(viewer, thread)

    def worded(pk, seen_by, author, *after):
        replies = Reply.objects.uncovered() if everything else Reply.objects.seen_by(seen_by)
        said = replies.filter(thread=pk, author=author) if only else replies.filter(thread=pk)
        page = said.filter(_beyond(keys, after)) if after else said
        # in two steps: along the index first, then what belongs to these few rows
        shown = replies.filter(pk__in=page.order_by(*keys).values("pk")[:limit]).shown()
        if after:
            shown = shown.annotate(back=Subquery(_back(said, keys, after, limit - 1)))
        return shown.order_by(*keys)

    kind = ("page", everything, keys, bool(after), bool(only), limit)
    return [Shown(*row) for row in prepared.rows(kind, worded, thread.pk, viewer.pk or 0, only or 0, *(after or ()))]


def cursor_to(replies, reply, size=limits.REPLIES_PER_PAGE):
    """The cursor of the page, oldest first, on which ``reply`` stands ("" is the first page)."""
    keys = SORTS["oldest"]
    before = replies.filter(_beyond(_turned(keys), [reply.parent_id or reply.pk, reply.pk]))
    pages = before.count() // size
    return _write(before.order_by(*keys)[pages * size - 1], keys) if pages else ""


def _back(replies, keys, after, size):
    """The cursor of the page before, of one row ``size`` rows back, the row at ``after`` included; or of none."""
    back = replies.filter(_beyond(_turned(keys), after, or_at=True)).order_by(*_turned(keys))
    parts = [Cast(key.lstrip("-"), TextField()) for key in keys]
    dashed = [part for pair in zip(parts, [Value("-")] * len(parts), strict=True) for part in pair][:-1]
    return back.annotate(cursor=Concat(*dashed, output_field=TextField())).values_list("cursor", flat=True)[
        size : size + 1
    ]


def _beyond(keys, values, *, or_at=False):
    """Lexicographic 'after these values' (or at them); the leading bound lets the index skip what was read."""
    q = Q()
    for key, value in reversed(list(zip(keys, values, strict=True))):
        name, way = key.lstrip("-"), "lt" if key.startswith("-") else "gt"
        q = (
            Q(**{f"{name}__{way}": value}) | Q(**{name: value}) & q
            if q
            else Q(**{f"{name}__{way}{'e' * or_at}": value})
        )
    lead, way = keys[0].lstrip("-"), "lte" if keys[0].startswith("-") else "gte"
    return Q(**{f"{lead}__{way}": values[0]}) & q


def _turned(keys):
    return tuple(key[1:] if key.startswith("-") else f"-{key}" for key in keys)


def _write(row, keys):
    return "-".join(str(getattr(row, key.lstrip("-"))) for key in keys)


def _read(cursor, keys):
    parts = cursor.split("-")
    if len(parts) != len(keys) or not all(part.isdecimal() and len(part) < 19 for part in parts):
        return None
    return [int(part) for part in parts]
