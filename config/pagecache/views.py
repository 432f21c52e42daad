"""Views of ready-made pages, counted in memory and folded into the database once a second."""

import logging
import threading

from django.conf import settings
from django.db import DatabaseError, connection

from config.client_address import believed
from forum import readership
from forum.actions.views import fold_views

EVERY = 1  # seconds; what a kill -9 can lose

logger = logging.getLogger(__name__)


def count_view(environ, page):
    """A visitor has been given this page; when it shows a thread, that is a view of it."""
    if page.thread and environ["REQUEST_METHOD"] == "GET":
        readership.saw(
            page.thread,
            address=believed(
                environ.get("HTTP_X_FORWARDED_FOR", ""), environ.get("REMOTE_ADDR", ""), settings.TRUSTED_PROXIES
            ),
            browser=environ.get("HTTP_USER_AGENT", ""),
            secret=settings.SECRET_KEY,
            purpose=environ.get("HTTP_SEC_PURPOSE", ""),
        )


class Folder(threading.Thread):
    """Folds once a second for the life of the process."""

    def __init__(self):
        super().__init__(name="view-folder", daemon=True)

    def run(self):
        rest = threading.Event()
        while not rest.wait(EVERY):
            try:
                fold_views()
            except DatabaseError as error:
                logger.warning("views wait in memory: %s", error)
            finally:
                connection.close()
