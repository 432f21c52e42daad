"""What moderators do to a discussion without touching its words: fold, slow down, lift and sink."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits
from forum.actions.decisions import sign
from forum.actions.pages import touch
from forum.models import Decision, Reply, Thread
from forum.rules import Refused, may_curate, may_moderate, require

Verb = Decision.Verb


@transaction.atomic
def fold(moderator, reply, *, reason):
    """The reply is closed under a line; whoever wants to opens and reads it. Nothing is hidden or uncounted."""
    return _fold(moderator, reply, True, Verb.FOLD, reason)


@transaction.atomic
def unfold(moderator, reply, *, reason):
    """The reply stands open like the others again."""
    return _fold(moderator, reply, False, Verb.UNFOLD, reason)


@transaction.atomic
def slow_down(moderator, thread, *, minutes, reason):
    """Each member may reply here once in so many minutes; moderators are not slowed down."""
    if not 1 <= minutes <= limits.SLOW_LONGEST_MINUTES:
        raise Refused(_("Choose between 1 and {most} minutes").format(most=limits.SLOW_LONGEST_MINUTES))
    detail = _("{minutes} minutes").format(minutes=minutes)
    return _set(moderator, thread, "slow_minutes", minutes, Verb.SLOW, reason, detail)


@transaction.atomic
def end_slow_mode(moderator, thread, *, reason):
    """Replies come at their own pace again."""
    return _set(moderator, thread, "slow_minutes", 0, Verb.UNSLOW, reason)


@transaction.atomic
def lift(moderator, thread, *, reason):
    """Three days up in the recommended list (see forum.models.thread.RANK)."""
    return _set(moderator, thread, "lift", 1, Verb.LIFT, reason)


@transaction.atomic
def sink(moderator, thread, *, reason):
    """Three days down in the recommended list, and not brought up by answers."""
    return _set(moderator, thread, "lift", -1, Verb.SINK, reason)


@transaction.atomic
def level(moderator, thread, *, reason):
    """Where age and interest put it, neither lifted nor sunk."""
    return _set(moderator, thread, "lift", 0, Verb.LEVEL, reason)


def _fold(moderator, reply, folded, verb, reason):
    require(may_moderate(moderator, reply))
    at = timezone.now() if folded else None
    if not Reply.objects.filter(pk=reply.pk, folded_at__isnull=folded).update(folded_at=at):
        return False
    reply.folded_at = at
    touch(reply)
    sign(moderator, verb, reply, reason)
    return True


def _set(moderator, thread, column, value, verb, reason, detail=""):
    require((may_curate if column == "lift" else may_moderate)(moderator, thread))
    if not Thread.objects.filter(pk=thread.pk).exclude(**{column: value}).update(**{column: value}):
        return False
    setattr(thread, column, value)
    touch(thread)
    sign(moderator, verb, thread, reason, detail)
    return True
