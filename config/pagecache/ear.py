"""A thread that listens for NOTIFY and forgets pages; while it is deaf, nothing is served from memory."""

import logging
import threading
from time import monotonic

import psycopg

from config.pagecache.memory import CHANNEL

NAME = "gentie-page-ear"  # in pg_stat_activity
_CHECK = 1  # seconds without a word before the line itself is tested
_TRUST = 3  # seconds an answer vouches for; a line that hangs (a cable pulled) is not trusted longer
_RETRY = 1  # seconds

logger = logging.getLogger(__name__)


class Ear(threading.Thread):
    """Listens on a connection of its own, for the life of the process, on behalf of these shelves.

    ``trusted_until``, by ``monotonic``, is over from the moment the line is lost, or has given no sign of life for
    three seconds, until it is back and the shelves have been emptied.
    """

    def __init__(self, parameters, *shelves):
        super().__init__(name="page-ear", daemon=True)
        self.parameters, self.shelves = parameters, shelves
        self.trusted_until = 0.0
        self._leaving = threading.Event()

    @property
    def hears(self):
        """Whether every change told up to this moment has arrived, or is about to."""
        return monotonic() < self.trusted_until

    def stop(self):
        """Stop listening; returns when the thread has ended, a second later at most."""
        self._leaving.set()
        self.join()

    def run(self):
        while not self._leaving.is_set():
            try:
                with psycopg.connect(
                    **self.parameters, autocommit=True, application_name=NAME, connect_timeout=5
                ) as line:
                    self._listen(line)
            except psycopg.Error as error:
                logger.warning("page cache is deaf: %s", error)
            finally:
                self.trusted_until = 0.0
            self._leaving.wait(_RETRY)

    def _listen(self, line):
        line.execute(f"listen {CHANNEL}")
        self._forget("all")  # whatever was said while nobody listened
        while not self._leaving.is_set():
            self._test(line)
            for notice in line.notifies(timeout=_CHECK):
                self._forget(*notice.payload.split())

    def _test(self, line):
        """The answer vouches for what was told before the question; a late answer after a silence forgets all."""
        asked, was_deaf = monotonic(), not self.hears
        line.execute("select 1")
        if was_deaf:
            self._forget("all")
        self.trusted_until = asked + _TRUST

    def _forget(self, *names):
        for shelf in self.shelves:
            for name in names:
                shelf.forget(name)
