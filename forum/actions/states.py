"""The one place where a thread or reply changes its state, and what must follow from that."""

from django.db.models import F, Max
from django.db.models.functions import Greatest
from django.utils import timezone

from forum import search
from forum.actions.follows import tell_followers
from forum.actions.hub import tell_hub
from forum.actions.pages import touch
from forum.actions.telling import tell_of
from forum.models import Reply, State, Thread


def change_state(thing, state, *, allowed_from=frozenset(State)):
    """Move a thread or reply to ``state`` under a row lock; counters and search follow.

    Returns whether anything changed: saying the same verb twice does no harm, and of two moderators the
    second finds the thing no longer in ``allowed_from``. Call inside a transaction.
    """
    # no_key: the Decision that follows points at this row, and others must be able to do so while they wait
    before = type(thing).objects.select_for_update(no_key=True).only("pk", "state").get(pk=thing.pk).state
    if before == state or before not in allowed_from:
        thing.state = before
        return False
    thing.state = state
    fields = {"state": state}
    if isinstance(thing, Thread) and state == State.PUBLIC and thing.published_at is None:
        thing.published_at = thing.last_reply_at = timezone.now()
        fields |= {"published_at": thing.published_at, "last_reply_at": thing.last_reply_at}
    type(thing).objects.filter(pk=thing.pk).update(**fields)
    if before == State.HELD and state == State.PUBLIC:
        tell_of(thing)  # notices before the thread's row, as where replies are posted: no two wait in a ring
        tell_followers(thing)
    if isinstance(thing, Reply):
        _follow(thing, was=before)
    search.index(thing)
    if state == State.PUBLIC:
        tell_hub(thing)
    touch(thing if isinstance(thing, Reply) else "all")  # a thread may stand in the margin of any other
    return True


def _follow(reply, was):
    """A reply became public, or ceased to be: its thread's counter and last answer follow."""
    if State.PUBLIC not in {was, reply.state}:
        return
    step = 1 if reply.state == State.PUBLIC else -1
    Thread.objects.filter(pk=reply.thread_id).update(
        replies_count=Greatest(F("replies_count") + step, 0), last_reply_at=last_reply_at(reply.thread)
    )


def last_reply_at(thread):
    """When the newest public reply was written, or when the thread was published."""
    newest = Reply.objects.filter(thread=thread, state=State.PUBLIC).aggregate(at=Max("created_at"))["at"]
    return newest or thread.published_at
