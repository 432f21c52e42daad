"""Views of ready-made pages, counted in memory and folded into the database once a second."""

import logging
import threading
from time import time

from django.conf import settings
from django.db import DatabaseError, connection

from config.client_address import believed
from forum import readership
from forum.actions.views import fold_views

EVERY = 1  # seconds; what a kill -9 can lose
_MOST = 50_000  # noted between two looks; beyond, this is an attack and not readers
_READER = ("HTTP_X_FORWARDED_FOR", "REMOTE_ADDR", "HTTP_USER_AGENT", "HTTP_SEC_PURPOSE")

logger = logging.getLogger(__name__)


_given = set()
_note = _given.add  # atomic, as is pop: no lock is taken for a page


def count_view(environ, thread):
    """A visitor has been given this thread's page: noted raw, looked at within a second by somebody who has time."""
    if len(_given) < _MOST:
        _note((thread, int(time()), *map(environ.get, _READER)))


def look_at_given():
    """What was noted becomes views, where a reader was there."""
    for _ in range(len(_given)):
        thread, moment, told, peer, browser, purpose = _given.pop()
        readership.saw(
            thread,
            address=believed(told or "", peer or "", settings.TRUSTED_PROXIES),
            browser=browser or "",
            secret=settings.SECRET_KEY,
            purpose=purpose or "",
            moment=moment,
        )


class Folder(threading.Thread):
    """Folds once a second for the life of the process."""

    def __init__(self):
        super().__init__(name="view-folder", daemon=True)

    def run(self):
        rest = threading.Event()
        while not rest.wait(EVERY):
            try:
                look_at_given()
                fold_views()
            except DatabaseError as error:
                logger.warning("views wait in memory: %s", error)
            finally:
                connection.close()
