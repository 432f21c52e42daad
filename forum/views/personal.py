"""What is this reader's own on a thread page: their likes, their favourite, their words and why they wait."""

from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from forum import limits
from forum.models import Decision, State

# One question instead of six: each costs a page more than its rendering does.
_MARKS = """
select array(select reply_id from forum_like where user_id = %(user)s and reply_id = any(%(replies)s)),
  exists(select from forum_favourite where user_id = %(user)s and thread_id = %(thread)s),
  exists(select from forum_like where user_id = %(user)s and thread_id = %(thread)s),
  exists(select from forum_sanction where user_id = %(user)s and until > now() and lifted_at is null
    and kind <> 'warning'),
  exists(select from forum_reply where thread_id = %(thread)s and author_id = %(user)s and state in ('held', 'hidden'))
"""


class Marks(NamedTuple):
    """What one member has done with a thread and the replies asked about, and whether they are muted."""

    liked_replies: list
    favourited: bool
    liked: bool
    is_muted: bool
    has_waiting_words: bool  # replies only they themselves see


def marks_of(viewer, thread, replies):
    """The Marks of a member; ``thread`` and ``replies`` are numbers."""
    about = {"user": viewer.pk, "thread": thread, "replies": replies}
    with connection.cursor() as cursor:
        cursor.execute(_MARKS, about)
        return Marks(*cursor.fetchone())


def dress(viewer, thread, replies):
    """Mark the replies with ``liked``, ``mine``, ``editable`` and ``reason``; return the thread's own marks."""
    if not viewer.is_authenticated:
        return {"favourited": False, "liked": False}
    marks = marks_of(viewer, thread.pk, [reply.pk for reply in replies])
    reasons = _reasons(viewer, replies)
    for reply in replies:
        reply.liked = reply.pk in marks.liked_replies
        reply.mine = reply.author_id == viewer.pk
        reply.editable = reply.mine and timezone.now() - reply.created_at < limits.REPLY_EDIT_WINDOW
        reply.reason = reasons.get(reply.pk, "")
    return {"favourited": marks.favourited, "liked": marks.liked, "reason": _why_hidden(thread)}


def _why_hidden(thread):
    if thread.state != State.HIDDEN:
        return ""
    decision = Decision.objects.filter(thread=thread, verb=Decision.Verb.HIDE).order_by("id").last()
    return decision.reason if decision else ""


def _reasons(viewer, replies):
    """Why hidden replies were hidden: told to their author and to moderators."""
    hidden = [reply.pk for reply in replies if reply.state == State.HIDDEN and not getattr(reply, "is_shell", False)]
    if not hidden:
        return {}
    decisions = Decision.objects.filter(reply__in=hidden, verb=Decision.Verb.HIDE).order_by("id")
    return dict(decisions.values_list("reply_id", "reason"))
