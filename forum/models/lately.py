"""What was said last, by somebody and by others: what a new reply is compared with. One question, worded once."""

from datetime import datetime
from typing import NamedTuple

from django.db.models.functions import Left

from forum import limits, prepared
from forum.models.reply import Reply


class Said(NamedTuple):
    """A reply as far as others are compared with it."""

    pk: int
    author: int | None
    at: datetime
    thread: int
    text: str


class Lately(NamedTuple):
    """The newest replies of one author, and those of others among the newest of all; the newest first."""

    own: list[Said]
    others: list[Said]


def said_lately(author):
    """The Lately of this account: whoever looked further back would read the whole table."""
    newest = {row[0]: Said(*row) for row in prepared.rows("said lately", _worded, author.pk)}
    in_order = sorted(newest.values(), reverse=True)
    own = [said for said in in_order if said.author == author.pk]
    return Lately(own[: limits.LATELY], [said for said in in_order if said.author not in (None, author.pk)])


def _worded(author):
    newest = Reply.objects.order_by("-id")
    text = Left("body", limits.ALIKE_READ)
    own, all_of_them = (
        rows.values_list("id", "author_id", "created_at", "thread_id", text)[:most]
        for rows, most in ((newest.filter(author=author), limits.LATELY), (newest, 2 * limits.LATELY))
    )
    return own.union(all_of_them, all=True)
