"""Pictures that authors put into their articles."""

from django.core.cache import cache
from django.utils.translation import gettext as _

from forum import limits
from forum.pictures import ARTICLE, keep
from forum.rules import Refused, may_write, require

_HOUR = 3600  # seconds


def add_picture(author, data):
    """Store what these bytes show, measured for an article; returns the Picture.

    Raises Refused for whoever may not write now or has sent limits.PICTURES_PER_HOUR, NotAPicture for other files.
    """
    require(may_write(author))
    key = f"pictures-{author.pk}"
    cache.add(key, 0, _HOUR)
    if cache.incr(key) > limits.PICTURES_PER_HOUR:
        raise Refused(_("You have sent many pictures; please go on in an hour"))
    return keep(data, ARTICLE)
