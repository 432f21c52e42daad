"""Which decisions become cases for everybody to read, and what must not stand in one."""

import re

from django.utils.translation import gettext as _

from forum.chinese import fold
from forum.models import Decision
from forum.rules.offices import may_moderate
from forum.rules.ruling import ALLOWED, Ruling

# A mail address, an address of the web or of a machine, a telephone or account number, a call by name.
_TRACES = re.compile(r"@|＠|https?://|www\.|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,}|\d{6,}", re.I)


def may_exhibit(moderator, decision):
    """Whoever moderates everywhere shows measures as cases, and takes them down."""
    if not (ruling := may_moderate(moderator)):
        return ruling
    if decision.verb not in Decision.MEASURES:
        return Ruling(_("Only what was hidden, refused or sanctioned is shown as a case"))
    return ALLOWED


def is_anonymous(summary, decision):
    """Whether a summary leads to nobody: no names of those concerned, no title, no address and no number."""
    thread = decision.reply.thread if decision.reply else decision.thread
    author = decision.user or decision.thing.author
    known = [decision.moderator.username, author and author.username, thread and thread.title, thread and thread.byline]
    folded = fold(summary)
    if any(fold(name) in folded for name in known if name):
        return Ruling(_("Tell it without names and titles: nobody shall be found by it"))
    if _TRACES.search(summary):
        return Ruling(_("Tell it without addresses, links, numbers and @names: nobody shall be found by it"))
    return ALLOWED
