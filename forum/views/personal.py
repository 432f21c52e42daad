"""What is this reader's own on a thread page: their likes, their favourite, their words and why they wait."""

from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from forum import limits
from forum.models import Amendment, Decision, State
from forum.views.edits import edit_of

# One question instead of six: each costs a page more than its rendering does.
_MARKS = """
select array(select reply_id from forum_like where user_id = %(user)s and reply_id = any(%(replies)s)),
  exists(select from forum_favourite where user_id = %(user)s and thread_id = %(thread)s),
  exists(select from forum_like where user_id = %(user)s and thread_id = %(thread)s),
  exists(select from forum_follow where user_id = %(user)s and thread_id = %(thread)s),
  exists(select from forum_sanction where user_id = %(user)s and until > now() and lifted_at is null
    and kind <> 'warning'),
  exists(select from forum_reply where thread_id = %(thread)s and author_id = %(user)s and state in ('held', 'hidden')),
  array(select reply.id from forum_reply as reply join forum_block on person_id = reply.author_id
    where user_id = %(user)s and reply.id = any(%(replies)s)),
  exists(select from forum_block join forum_thread as thread on thread.author_id = user_id
    where person_id = %(user)s and thread.id = %(thread)s)
"""


class Marks(NamedTuple):
    """What one member has done with a thread and the replies asked about, and whether they are muted."""

    liked_replies: list
    favourited: bool
    liked: bool
    followed: bool
    is_muted: bool
    has_waiting_words: bool  # replies only they themselves see
    blocked_replies: list  # by people they have blocked
    is_unwelcome: bool  # the article's author has blocked them


class Own(NamedTuple):
    """What one reply is to one viewer; ``reason`` why it was hidden or its edit refused, for whom that is told."""

    mine: bool = False
    liked: bool = False
    editable: bool = False
    blocked: bool = False  # they have blocked its author
    reason: str = ""
    pending: str = ""  # HTML of an edit of theirs that waits or was refused
    refused: bool = False


class Somebody:
    """Any member: what is rendered for nobody in particular is rendered for this one."""

    pk = id = -1  # not None, which is the author of an imported thread
    is_authenticated, is_anonymous = True, False

    def has_perm(self, _permission):
        return False


SOMEBODY = Somebody()


def marks_of(viewer, thread, replies):
    """The Marks of a member; ``thread`` and ``replies`` are numbers."""
    about = {"user": viewer.pk, "thread": thread, "replies": replies}
    with connection.cursor() as cursor:
        cursor.execute(_MARKS, about)
        return Marks(*cursor.fetchone())


def dress(viewer, thread, rows):
    """What is the viewer's own: ``favourited``, ``liked``, ``followed``, ``reason``; ``own`` by reply."""
    if not viewer.is_authenticated:
        return {"favourited": False, "liked": False, "followed": False, "own": {}}
    marks = marks_of(viewer, thread.pk, [row.pk for row in rows])
    reasons, edits = _reasons(viewer, rows), _edits(viewer, rows)
    own = {row.pk: _own(viewer, row, marks, reasons.get(row.pk, ""), edits.get(row.pk)) for row in rows}
    of_thread = {"favourited": marks.favourited, "liked": marks.liked, "followed": marks.followed}
    mine = thread.author_id == viewer.pk
    about = {"reason": _why_hidden(thread), "edit": edit_of(thread) if mine else None}
    return of_thread | about | {"own": own}


def _own(viewer, row, marks, reason, edit):
    own = Own(liked=row.pk in marks.liked_replies, blocked=row.pk in marks.blocked_replies, reason=reason)
    if row.author_id != viewer.pk:
        return own
    in_time = timezone.now() - row.created_at < limits.REPLY_EDIT_WINDOW
    editable = row.state != State.WITHDRAWN and bool(in_time or edit or row.state != State.PUBLIC)
    own = own._replace(mine=True, editable=editable)
    if edit is None or row.state != State.PUBLIC:
        return own
    return own._replace(reason=grounds(edit.decision), pending=edit.body_html, refused=edit.is_refused)


def _edits(viewer, rows):
    """The viewer's own edits that wait or were refused, by reply."""
    mine = [row.pk for row in rows if row.author_id == viewer.pk]
    if not mine:
        return {}
    edits = Amendment.objects.filter(reply__in=mine).exclude(outcome=Amendment.Outcome.PUBLISHED)
    return {edit.reply_id: edit for edit in edits.select_related("decision")}


def grounds(decision):
    """Rule and reason of a decision in one line; "" of none."""
    return " · ".join(filter(None, (decision.rule, decision.reason))) if decision else ""


def _why_hidden(thread):
    if thread.state != State.HIDDEN:
        return ""
    return grounds(Decision.objects.filter(thread=thread, verb=Decision.Verb.HIDE).order_by("id").last())


def _reasons(viewer, rows):
    """Why hidden replies were hidden: told to their author and to moderators."""
    hidden = [row.pk for row in rows if row.state == State.HIDDEN and not row.is_shell]
    if not hidden:
        return {}
    decisions = Decision.objects.filter(reply__in=hidden, verb=Decision.Verb.HIDE).order_by("id")
    return {decision.reply_id: grounds(decision) for decision in decisions}
