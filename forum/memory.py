"""What a worker need not ask the database twice: kept in its memory until a verb touches it.

See config.pagecache.memory for when nothing is kept at all.
"""

from django.core.cache import caches


def recall(key, ask, *, shows=("all",), size=2000):
    """The value under ``key``, or what ``ask()`` answers now; ``shows`` are the names ``touch`` would use.

    With no names the key must hold all the value is made of. Values are shared between requests: never change
    one. ``size`` is an estimate in bytes, or says it of the value.
    """
    return caches["memory"].recall(key, ask, shows=shows, size=size)


def is_open():
    """Whether this worker keeps anything at this moment, for this request."""
    return caches["memory"].is_open
