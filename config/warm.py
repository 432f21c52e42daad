"""What the first request would otherwise wait for: dictionaries, tables, templates, the list of blocked words."""

import contextlib
import ctypes
import gc

from django.db import DatabaseError, connection
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import translation

from forum import chinese, region, search
from forum.screening import current_matcher

_M_ARENA_MAX = -8  # mallopt(3): with a heap for each thread, what one has freed is of no use to the others
_TEMPLATES = (
    *("forum/threads/detail.html", "forum/feed.html", "forum/search.html", "forum/member.html"),
    *("forum/replies/_posted.html", "forum/refused.html", "account/login.html", "404.html", "500.html"),
)


def warm():
    """Read them now; some half a second, with ten thousand blocked words a whole one."""
    region.load()
    chinese.load()
    search.load()
    with contextlib.suppress(DatabaseError):  # a database that is away is met by the first request, which says so
        current_matcher()
        connection.close()
    get_resolver().url_patterns  # noqa: B018  (imports every view)
    for template in _TEMPLATES:
        get_template(template)
    for language in ("zh-hans", "zh-hant", "zh-hk", "en"):
        with translation.override(language):
            translation.gettext("Home")
    _settle()


def _settle():
    """What is here now stays: the collector need not look at it again, and the scraps of making it go back."""
    gc.collect()
    gc.freeze()
    with contextlib.suppress(OSError, AttributeError):  # a C library without them
        c = ctypes.CDLL(None)
        c.malloc_trim(0)
        c.mallopt(_M_ARENA_MAX, 2)
