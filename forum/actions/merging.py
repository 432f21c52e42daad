"""Two discussions become one, one becomes two; both can be taken back.

Replies go with the answers under them and get new floors where they arrive; a Relocation keeps the old ones. Articles
stay where they are: a merged thread can still be read, and says where its discussion went.
"""

from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits, search
from forum.actions.decisions import sign
from forum.actions.pages import touch
from forum.actions.states import last_reply_at
from forum.actions.threads import set_words
from forum.models import Decision, Relocation, Reply, State, Thread
from forum.rules import Refused, may_moderate, require

Verb = Decision.Verb


@transaction.atomic
def merge(moderator, thread, *, into, reason):
    """All replies of ``thread`` go on under ``into``; the article stays and points there."""
    require(may_moderate(moderator, thread))
    require(may_moderate(moderator, into))
    thread, into = _locked(thread, into)
    if thread.merged_into_id:
        return False
    if thread.pk == into.pk or into.merged_into_id or not {thread.state, into.state} <= {State.PUBLIC}:
        raise Refused(_("Choose another public article whose discussion has not been merged itself"))
    _carry(thread, into, Reply.objects.filter(thread=thread))
    Thread.objects.filter(pk=thread.pk).update(merged_into=into)
    touch(thread, into)
    sign(moderator, Verb.MERGE, thread, reason, f"→ {into.pk}")
    return True


@transaction.atomic
def unmerge(moderator, thread, *, reason):
    """Every reply that came from here goes back, to its old floor; what was said there since stays there."""
    require(may_moderate(moderator, thread))
    if not thread.merged_into_id:
        return False
    thread, into = _locked(thread, thread.merged_into)
    _bring_back(from_thread=thread, to_thread=into)
    Thread.objects.filter(pk=thread.pk).update(merged_into=None)
    touch(thread, into)
    sign(moderator, Verb.UNMERGE, thread, reason, f"← {into.pk}")
    return True


@transaction.atomic
def split(moderator, thread, *, floors, title, body, category, reason):
    """The replies on these floors, with what hangs under them, go on under a new article by the moderator.

    The moderator writes its title and opening: nobody becomes the author of an article they did not write.
    Returns the new thread. Floors of nested replies mean the reply they hang under.
    """
    require(may_moderate(moderator, thread))
    (thread,) = _locked(thread)
    chosen = Reply.objects.filter(thread=thread, floor__in=floors)
    roots = {parent or pk for pk, parent in chosen.values_list("pk", "parent_id")}
    if not roots:
        raise Refused(_("There is no reply on these floors"))
    new = _opened(moderator, thread, title, body, category)
    _carry(thread, new, Reply.objects.filter(Q(pk__in=roots) | Q(parent__in=roots)))
    touch("all")
    sign(moderator, Verb.SPLIT, new, reason, f"← {thread.pk}")
    return new


@transaction.atomic
def unsplit(moderator, thread, *, reason):
    """The replies go back where they were split from, and the article made for them is hidden."""
    require(may_moderate(moderator, thread))
    if not thread.split_from_id:
        return False
    origin, thread = _locked(thread.split_from, thread)
    _bring_back(from_thread=origin, to_thread=thread)
    Thread.objects.filter(pk=thread.pk).update(state=State.HIDDEN, split_from=None)
    thread.state = State.HIDDEN
    search.index(thread)
    touch("all")
    sign(moderator, Verb.UNSPLIT, thread, reason, f"→ {origin.pk}")
    return True


def _locked(*threads):
    """The rows anew, locked in one order so that two moderators never wait for each other."""
    rows = Thread.objects.select_for_update(no_key=True).order_by("pk").in_bulk({thread.pk for thread in threads})
    return [rows[thread.pk] for thread in threads]


def _opened(moderator, thread, title, body, category):
    now = timezone.now()
    new = Thread(author=moderator, category=category, split_from=thread, state=State.PUBLIC)
    new.created_at = new.published_at = new.last_reply_at = now
    set_words(new, title[: limits.TITLE_LENGTH], body)
    new.save()
    search.index(new)
    return new


def _carry(origin, target, replies):
    """Move these replies to ``target``, in the order they were written."""
    moved = list(replies.order_by("pk").only("pk", "floor"))
    moves = [Relocation(reply=reply, from_thread=origin, to_thread=target, floor=reply.floor) for reply in moved]
    Relocation.objects.bulk_create(moves)
    for floor, reply in enumerate(moved, target.floors + 1):
        reply.floor, reply.thread_id = floor, target.pk
    target.floors += len(moved)
    _settle(moved, origin, target)


def _bring_back(from_thread, to_thread):
    """Undo the moves between the two, of replies that nobody has moved on since."""
    last = Reply.objects.filter(thread=to_thread).annotate(last=Max("relocations__pk")).values("last")
    moves = list(Relocation.objects.filter(from_thread=from_thread, to_thread=to_thread, pk__in=last))
    going = {move.reply_id: move.floor for move in moves}
    answered_since = Reply.objects.filter(parent__in=going, thread=to_thread).exclude(pk__in=going).order_by("pk")
    moved = [Reply(pk=pk, floor=floor, thread_id=from_thread.pk) for pk, floor in going.items()]
    for reply in answered_since.only("pk"):  # an answer follows what it answers
        from_thread.floors += 1
        moved.append(Reply(pk=reply.pk, floor=from_thread.floors, thread_id=from_thread.pk))
    Relocation.objects.filter(pk__in=[move.pk for move in moves]).delete()
    _settle(moved, from_thread, to_thread)


def _settle(moved, *threads):
    """Write the rows down; index and counters follow."""
    Reply.objects.bulk_update(moved, ["floor", "thread"], batch_size=500)
    search.index(*Reply.objects.filter(pk__in=[reply.pk for reply in moved]))
    for thread in threads:
        public = Reply.objects.filter(thread=thread, state=State.PUBLIC).aggregate(count=Count("pk"))["count"]
        Thread.objects.filter(pk=thread.pk).update(
            floors=thread.floors, replies_count=public, last_reply_at=last_reply_at(thread)
        )
