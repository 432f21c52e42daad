"""Likes and favourites: set rather than toggled, one per account, counted from what really changed."""

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from forum.actions.pages import touch
from forum.models import Favourite, Like, Reply
from forum.rules import may_mark, require


@transaction.atomic
def set_favourite(user, thread, *, favourited):
    """Keep a thread, or keep it no longer; saying it twice is the same as once."""
    require(may_mark(user, thread))
    step = _set(Favourite, favourited, user=user, thread=thread)
    _count(thread, "favourites_count", step)


@transaction.atomic
def set_like(user, thing, *, liked):
    """Like a thread or reply, or no longer; saying it twice is the same as once."""
    require(may_mark(user, thing))
    about = {"reply": thing} if isinstance(thing, Reply) else {"thread": thing}
    step = _set(Like, liked, user=user, **about)
    _count(thing, "likes_count", step)


def _set(model, wanted, **about):
    """Make the row exist or not; returns +1, -1, or 0 when it was so already."""
    if not wanted:
        return -model.objects.filter(**about).delete()[0]
    return int(model.objects.get_or_create(**about)[1])


def _count(thing, column, step):
    if step:
        type(thing).objects.filter(pk=thing.pk).update(**{column: Greatest(F(column) + step, 0)})
        thing.refresh_from_db(fields=[column])
        touch(thing)
