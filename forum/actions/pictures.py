"""Pictures that authors put into their articles, and the one that stands beside their name."""

from functools import partial

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from forum import limits
from forum.actions.pages import touch
from forum.pictures import ARTICLE, AVATAR, forget, keep
from forum.rules import Refused, may_drop_avatar, may_wear, may_write, require

_HOUR = 3600  # seconds


def add_picture(author, data):
    """Store what these bytes show, measured for an article; returns the Picture.

    Raises Refused for whoever may not write now or has sent limits.PICTURES_PER_HOUR, NotAPicture for other files.
    """
    require(may_write(author))
    _not_too_many(author)
    return keep(data, ARTICLE)


def set_avatar(user, data):
    """Show what these bytes show beside the member's name, its middle cut square; returns the Picture.

    Raises Refused and NotAPicture as ``add_picture`` does. The picture before is gone.
    """
    require(may_wear(user))
    _not_too_many(user)
    picture = keep(data, AVATAR)
    _wear(user, picture.name)
    return picture


def drop_avatar(user):
    """The first character of the name stands there again; the picture is gone. Always allowed."""
    require(may_drop_avatar(user))
    _wear(user, "")


@transaction.atomic
def _wear(user, name):
    before = User.objects.select_for_update().values_list("avatar", flat=True).get(pk=user.pk)
    if before == name:
        return
    User.objects.filter(pk=user.pk).update(avatar=name)
    user.avatar = name
    touch(user, "all")  # the face stands wherever the name does
    if before and not User.objects.filter(avatar=before).exists():  # two may have sent the same
        transaction.on_commit(partial(forget, before), robust=True)


def _not_too_many(author):
    key = f"pictures-{author.pk}"
    cache.add(key, 0, _HOUR)
    if cache.incr(key) > limits.PICTURES_PER_HOUR:
        raise Refused(_("You have sent many pictures; please go on in an hour"))
