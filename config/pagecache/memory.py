"""What this process remembers of the database, for as long as it hears of every change.

    caches["memory"].recall(("site",), ask, shows=["all"])

A cache backend, so that rooms reach it through Django and not through us. It stands on a shelf like the
pages and forgets by the same names. Nothing is kept, and everything asked anew, where nobody listens (commands,
tests), while the ear is deaf, and for somebody who has just written: their next page must show it.
"""

import threading

from django.core.cache.backends.base import BaseCache
from django.db import connection

from config.pagecache.shelf import Shelf

CHANNEL = "pages"
_LIFE = 10  # seconds; what nobody told of (a row changed by hand) is known after that
_SIZE = 16 * 1024 * 1024  # bytes, as the callers estimate them

shelf = Shelf(_SIZE, _LIFE)
_here = threading.local()
_hears = [lambda: False]


def listen(hears):
    """Keep things from now on, whenever ``hears()`` is true."""
    _hears[0] = hears


class aside:
    """Within the block this thread neither uses nor fills the memory."""

    def __enter__(self):
        _here.aside = True

    def __exit__(self, *_error):
        _here.aside = False


class Kept:
    """A value on the shelf, with what the shelf asks of it."""

    __slots__ = ("born", "shows", "size", "used", "value")

    def __init__(self, value, shows, size):
        self.value, self.shows, self.size = value, frozenset(shows), size
        # nothing named: the key itself says everything, and no age makes it untrue
        self.used = shelf.clock()
        self.born = self.used if self.shows else float("inf")


class Memory(BaseCache):
    """Django's handle on the shelf of this process. Values are shared: never change one."""

    def __init__(self, _location, params):
        super().__init__(params)

    @property
    def is_open(self):
        """Whether anything is kept just now."""
        return _hears[0]() and not getattr(_here, "aside", False)

    def recall(self, key, ask, *, shows, size=2000):
        """The value kept under ``key``; else what ``ask()`` answers, kept until a name in ``shows`` is told.

        None is not kept. With nothing in ``shows`` the key must hold all the value is made of.
        """
        if not self.is_open:
            return ask()
        if kept := shelf.get(key):
            return kept.value
        began = shelf.now()
        value = ask()
        if value is not None:
            shelf.put(key, Kept(value, shows, size if isinstance(size, int) else size(value)), began)
        return value

    def tell(self, *names):
        """Every process forgets what shows these names, when this transaction has been committed."""
        with connection.cursor() as cursor:
            cursor.execute("select pg_notify(%s, %s)", [CHANNEL, " ".join(names)])

    def forget(self, *names):
        """This process forgets at once: whoever reads again within the same request must see what was written."""
        for name in names:
            shelf.forget(name)

    def clear(self):
        shelf.forget("all")
