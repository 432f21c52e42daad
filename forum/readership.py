"""Who has read what, kept in memory until a second has passed: reading never writes.

A view is one visitor (address and browser, as a digest that changes daily) on one thread in one half
hour. Programs and prefetching browsers are not readers.
"""

import re
import threading
import time
from functools import lru_cache
from hashlib import blake2b

HALF_HOUR = 1800  # seconds
_MOST = 200_000  # views kept between two folds; beyond, this is an attack and not readers
_PROGRAM = re.compile(
    r"bot\b|spider|crawl|slurp|headless|curl|wget|python|scrapy|httpclient|go-http|java/|okhttp|lighthouse|monitor|feed",
    re.IGNORECASE,
)

_lock = threading.Lock()
_seen = set()


def saw(thread, *, address, browser, secret, purpose="", moment=None):
    """Remember that this visitor had this thread (its number) before them at this moment (seconds since 1970; now)."""
    if purpose or _is_program(browser) or len(_seen) >= _MOST:
        return
    now = moment or int(time.time())
    salt = f"{secret}{now // 86400}".encode()[-64:]
    visitor = blake2b(f"{address} {browser}".encode(), key=salt, digest_size=8).digest()
    with _lock:
        _seen.add((thread, visitor, now // HALF_HOUR))


@lru_cache(4096)
def _is_program(browser):
    return not browser or bool(_PROGRAM.search(browser))


def take():
    """Everything seen since the last time, as (thread, visitor, half hour); the memory is empty afterwards."""
    global _seen
    with _lock:
        taken, _seen = _seen, set()
    return taken


def put_back(views):
    """Views that could not be written yet."""
    with _lock:
        _seen.update(views)
