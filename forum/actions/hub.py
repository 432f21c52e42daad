"""Telling the hub (WebSub) that a feed has something new: readers of feeds then need not ask all day."""

from contextlib import suppress
from functools import partial
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.db import transaction
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from forum.models import Reply, SiteSettings, Thread

_PAUSE = 20  # seconds in which everything said under one thread is one message
_PATIENCE = 10  # seconds for a hub's answer
_FORMS = ("", "rss/", "json/")


def tell_hub(thing):
    """After commit, have the worker tell the hub of a public thread or reply, where there is a hub."""
    replied = isinstance(thing, Reply)
    transaction.on_commit(partial(_enqueue, thing.thread_id if replied else thing.pk, replied))


def _enqueue(pk, replied):
    site = SiteSettings.current()
    if not (site.hub and site.address):
        return
    lock = f"hub-{pk}-{replied}"
    task = app.configure_task("forum.tasks.ping_hub", queueing_lock=lock, schedule_in={"seconds": _PAUSE})
    with suppress(AlreadyEnqueued):
        task.defer(pk=pk, replied=replied)


def ping(pk, *, replied):
    """Say «publish» for every feed this thread stands in; with ``replied`` for that of its replies alone.

    Raises OSError when the hub cannot be reached or refuses; the worker tries again.
    """
    site = SiteSettings.current()
    thread = Thread.objects.public().select_related("category", "author").filter(pk=pk).first()
    if not (site.hub and site.address and thread):
        return
    root = site.address.rstrip("/")
    feeds = [root + path + form for path in _feeds(thread, replied) for form in _FORMS]
    body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)]).encode()
    with urlopen(Request(site.hub, body), timeout=_PATIENCE):
        pass


def _feeds(thread, replied):
    if replied:
        return [reverse("thread-feed", args=[thread.pk])]
    tags = [reverse("tag-feed", args=[tag.name]) for tag in thread.tags.all()]
    author = [reverse("person-feed", args=[thread.author.username])] if thread.author else []
    return [reverse("latest-feed"), reverse("category-feed", args=[thread.category.slug]), *author, *tags]
