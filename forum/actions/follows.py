"""Follow a person, a tag or a thread, and what the worker tells followers."""

from contextlib import suppress
from functools import partial

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from forum.actions.notices import tell_all
from forum.actions.pages import touch
from forum.models import Follow, Notice, Reply, Tag, Thread
from forum.models.follow import NOUNS
from forum.rules import may_follow, require

Kind = Notice.Kind
_PAUSE = 20  # seconds in which everything said under one thread is one notice


@transaction.atomic
def set_follow(user, thing, *, followed):
    """Follow a person, tag or thread, or no longer; saying it twice is the same as once."""
    if not followed:
        gone = Follow.objects.of(thing).filter(user=user).delete()[0]
        return _show(user, thing) if gone else None
    require(may_follow(user, thing))
    if Follow.objects.get_or_create(user=user, **{NOUNS[type(thing)]: thing})[1]:
        _show(user, thing)


def tell_followers(thing):
    """After commit, have the worker tell who follows the author, the tags or the thread of what became public."""
    transaction.on_commit(partial(_enqueue, thing), robust=True)


def tell_of_news(pk, first):
    """Told by the worker: thread ``pk`` is new (``first`` is None), or has replies from number ``first`` on."""
    thread = Thread.objects.public().select_related("author").filter(pk=pk).first()
    if thread is None:
        return
    if first is None:
        _tell_of_thread(thread)
    else:
        _tell_of_replies(thread, list(thread.replies.public().filter(pk__gte=first).order_by("pk")[:100]))


def _show(user, thing):
    # how many follow stands on pages of people and tags; of a thread only the button, which is one's own
    touch(user, *(() if isinstance(thing, Thread) else ("lists",)))


def _enqueue(thing):
    replied = isinstance(thing, Reply)
    thread = thing.thread_id if replied else thing.pk
    if not (Follow.objects.filter(thread=thread) if replied else _followers_of(thing)).exists():
        return
    lock = f"news-{thread}-{replied}"
    task = app.configure_task("forum.tasks.tell_news", queueing_lock=lock, schedule_in={"seconds": _PAUSE})
    with suppress(AlreadyEnqueued), transaction.atomic():  # refused where one waits already
        task.defer(pk=thread, first=thing.pk if replied else None)


def _followers_of(thread):
    tags = Tag.objects.filter(threads=thread)
    follows = Follow.objects.filter(tag__in=tags) | Follow.objects.filter(tag__same_as__in=tags)
    return follows | Follow.objects.filter(person__isnull=False, person=thread.author_id)


def _tell_of_thread(thread):
    """Those who follow the author are told so, the others that it stands under their tag; the mentioned know."""
    known = set(Notice.objects.filter(thread=thread).values_list("recipient_id", flat=True))
    kinds = {}
    for user, person in _followers_of(thread).values_list("user_id", "person_id"):
        if user not in known:
            kinds[user] = Kind.PERSON if person else kinds.get(user, Kind.TAG)
    tell_all(kinds, actor=thread.author, about=thread)


def _tell_of_replies(thread, replies):
    """Each follower of the first reply that is neither their own nor told them already."""
    told = set(Notice.objects.filter(reply__in=replies).values_list("recipient_id", "reply_id"))
    firsts = {}
    for user in Follow.objects.filter(thread=thread).values_list("user_id", flat=True):
        new = (one for one in replies if one.author_id != user and (user, one.pk) not in told)
        if first := next(new, None):
            firsts.setdefault(first, {})[user] = Kind.THREAD
    for reply, kinds in firsts.items():
        tell_all(kinds, actor=reply.author, about=reply)
