"""Pages by keyset: the next page starts after the last row seen, so page 200 costs what page 1 does."""

from typing import NamedTuple

from django.db.models import Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from forum import limits

SORTS = {  # what each order of replies compares; a minus is descending
    "oldest": ("root", "id"),
    "newest": ("-root", "id"),
    "hot": ("-heat", "root", "id"),
}


class Page(NamedTuple):
    """Rows, and the cursors that lead on: ``None`` means there is no such page, "" the first one."""

    rows: list
    next: str | None
    previous: str | None


def page_of(replies, sort="oldest", cursor="", size=limits.REPLIES_PER_PAGE):
    """The page of ``replies`` (annotated with root) that follows ``cursor``; a bad cursor is the first page."""
    keys = SORTS.get(sort, SORTS["oldest"])
    replies = replies.annotate(heat=Coalesce("parent__likes_count", "likes_count"))
    after = _read(cursor, keys)
    rows = replies
    if after:
        rows = replies.filter(_beyond(keys, after)).annotate(back=Subquery(_back(replies, keys, after, size)))
    rows = list(rows.order_by(*keys)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    previous = (rows[0].back if rows else _back(replies, keys, after, size).first()) or "" if after else None
    return Page(rows, next=_write(rows[-1], keys) if more else None, previous=previous)


def cursor_to(replies, reply, size=limits.REPLIES_PER_PAGE):
    """The cursor of the page, oldest first, on which ``reply`` stands ("" is the first page)."""
    keys = SORTS["oldest"]
    before = replies.filter(_beyond(_turned(keys), [reply.parent_id or reply.pk, reply.pk]))
    pages = before.count() // size
    return _write(before.order_by(*keys)[pages * size - 1], keys) if pages else ""


def _back(replies, keys, after, size):
    """The cursor of the page before, of one row ``size`` rows back, the row at ``after`` included; or of none."""
    back = replies.filter(_beyond(_turned(keys), after) | Q(pk=after[-1])).order_by(*_turned(keys))
    parts = [Cast(key.lstrip("-"), TextField()) for key in keys]
    dashed = [part for pair in zip(parts, [Value("-")] * len(parts), strict=True) for part in pair][:-1]
    return back.annotate(cursor=Concat(*dashed, output_field=TextField())).values_list("cursor", flat=True)[
        size : size + 1
    ]


def _beyond(keys, values):
    """Lexicographic 'after these values'; the leading bound lets the index skip what was read."""
    q = Q()
    for key, value in reversed(list(zip(keys, values, strict=True))):
        name, way = key.lstrip("-"), "lt" if key.startswith("-") else "gt"
        q = Q(**{f"{name}__{way}": value}) | Q(**{name: value}) & q if q else Q(**{f"{name}__{way}": value})
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
