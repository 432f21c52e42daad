"""Tell every process which finished pages are no longer true."""

from django.core.cache import caches

from accounts.models import User
from forum.models import Reply, Thread


def touch(*things):
    """After commit, pages that show these things are forgotten everywhere.

    A thread or reply names its thread's page and the lists; a person what is remembered of them; "all" is for
    what may stand anywhere.
    PostgreSQL delivers NOTIFY with the commit, and never for a transaction that was rolled back.
    """
    caches["memory"].tell(*sorted({name for thing in things for name in _names(thing)}))


def _names(thing):
    if isinstance(thing, Thread):
        return f"thread-{thing.pk}", "lists"
    if isinstance(thing, Reply):
        return f"thread-{thing.thread_id}", "lists"
    if isinstance(thing, User):
        return (f"person-{thing.pk}",)
    return (thing,)
