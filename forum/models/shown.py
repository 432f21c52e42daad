from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from forum.models.state import State

GHOST = _("reader of the original site")
GONE = _("member who left")  # their account was closed and its name erased


class Shown(NamedTuple):
    """A reply as its page prints it, in plain values: fifty Reply objects cost more than the rest of the page.

    ``root`` and ``heat`` are what the orders compare; ``back`` is the cursor of the page before, where asked for.
    """

    pk: int
    thread_id: int
    parent_id: int | None
    floor: int
    state: str
    is_shell: bool  # the words are not for this viewer; the place is kept for the answers under it
    body_html: str
    region: str
    created_at: datetime
    edited_at: datetime | None
    folded_at: datetime | None
    likes_count: int
    imported: bool
    author_id: int | None
    username: str | None
    avatar: str | None  # the stored picture's name
    answering_id: int | None
    answered_name: str | None
    answered_imported: bool | None
    root: int
    heat: int
    back: str | None = None

    @property
    def author_name(self):
        """The account's name, or what a reader of the original site is called."""
        return self.username or (GHOST if self.imported else GONE)

    @property
    def is_folded(self):
        return self.folded_at is not None

    @property
    def answering_name(self):
        """Whom it answers by name; "" where it hangs under a reply that is not nested itself."""
        return (self.answered_name or (GHOST if self.answered_imported else GONE)) if self.answering_id else ""

    @property
    def is_public(self):
        return self.state == State.PUBLIC
