"""Where finished pages stand: bounded, least recently used out first, forgotten by what they show."""

import itertools
import threading
import time
from collections import OrderedDict, defaultdict

EVERYTHING = "all"
_LEFT = 15 / 16  # of the size, once room is made: putting all in order of use is not done for every page


class Shelf:
    """Pages by key, and the keys by what the pages show.

    ``size`` is in bytes over all variants; ``life`` in seconds is the belt to NOTIFY's braces. Who gives a page out
    by another way than ``get`` says so by its ``used``, a moment of ``monotonic``.
    """

    def __init__(self, size, life):
        self.size, self.life = size, life
        self._pages = OrderedDict()
        self._keys = defaultdict(set)
        self._held = 0
        self._moments = itertools.count(1)
        self._moment = 0
        self._touched = {}
        self.lock = threading.Lock()
        self.on_leaving = lambda _page: None  # told, under the lock, of every page that leaves
        self.clock = time.monotonic  # what ``born`` of a page is told by

    def get(self, key):
        """The page, or None. Takes no lock: each step on the dictionary is atomic."""
        page = self._pages.get(key)
        if page is None:
            return None
        now = time.monotonic()
        if now - page.born > self.life:
            self._drop(key)
            return None
        page.used = now
        return page

    def holds(self, key, page):
        """Whether this very page stands under the key; certain for as long as the lock is held."""
        return self._pages.get(key) is page

    def now(self):
        """A moment to hand to ``put``: what was touched since then makes the rendered page stale."""
        return self._moment

    def put(self, key, page, began):
        """Keep a page rendered since ``began``, unless something it shows was touched meanwhile."""
        with self.lock:
            names = page.shows | {EVERYTHING}
            if page.size > self.size // 4 or any(self._touched.get(name, 0) > began for name in names):
                return
            self._forget(key)
            self._pages[key] = page
            self._held += page.size
            for name in page.shows:
                self._keys[name].add(key)
            if self._held > self.size:
                self._make_room()

    def forget(self, name):
        """Drop every page that shows ``name``; "all" drops every page."""
        with self.lock:
            self._moment = next(self._moments)
            if name == EVERYTHING:
                self._clear()
            for key in list(self._keys.get(name, ())):
                self._forget(key)
            self._touched[name] = self._moment
            if len(self._touched) > 10_000:  # old moments matter only to pages being rendered right now
                self._touched = {EVERYTHING: self._moment}

    def _make_room(self):
        self._pages = OrderedDict(sorted(self._pages.items(), key=lambda item: item[1].used))
        while self._held > self.size * _LEFT and self._pages:
            key, oldest = self._pages.popitem(last=False)  # by place: a key whose hash has changed leaves too
            self._let_go(key, oldest)

    def _drop(self, key):
        with self.lock:
            self._forget(key)

    def _forget(self, key):
        if page := self._pages.pop(key, None):
            self._let_go(key, page)

    def _let_go(self, key, page):
        self._held -= page.size
        self.on_leaving(page)
        for name in page.shows:
            keys = self._keys[name]
            keys.discard(key)
            if not keys:
                del self._keys[name]

    def _clear(self):
        for page in self._pages.values():
            self.on_leaving(page)
        self._pages.clear()
        self._keys.clear()
        self._held = 0
