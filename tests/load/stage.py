"""A database of its own, filled, and every server that is measured, up at once."""

import contextlib
import http.client
import json
import os
import secrets
import tempfile
from pathlib import Path
from typing import NamedTuple

from config import embedded
from tests.load import cases
from tests.load.servers import serving


class Threads(NamedTuple):
    """Numbers of the threads with so many replies."""

    twenty: list
    fifty: int
    longest: int


@contextlib.contextmanager
def database(folder):
    """The embedded server, empty and migrated, and Django set up for the real site on it; yields its process number."""
    with embedded.serving(folder) as url:
        os.environ.update(
            DJANGO_SETTINGS_MODULE="config.settings.production",
            PROOF_OF_WORK="0",  # its writers are no browsers
            DATABASE_URL=url,
            DATA_DIR=str(folder),
            SECRET_KEY=secrets.token_hex(32),
            ALLOWED_HOSTS="127.0.0.1",
            TRUSTED_PROXIES="1",
        )
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        yield _postmaster(folder)


def fill(threads, replies=0, searchable=False):
    """So many threads of twenty replies, one of fifty and a long one; with ``replies`` that many more, elsewhere.

    Those are ``searchable`` where search is measured among them, in ten times as many threads.
    """
    from forum.actions.filling import fill

    if replies:
        fill(max(2, replies // (10 if searchable else 200)), replies, searchable=searchable)
        settle()
        return None
    first = fill(threads + 1, 10_000 + 20 * threads if threads > 400 else 30 * threads)
    fifty = fill(1, 50)
    settle()
    twenty = [first + number for number in range(1, threads + 1)]
    return Threads(twenty, fifty, first)


def settle():
    """Statistics for the planner, and nothing left for autovacuum to do while others are measured."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


@contextlib.contextmanager
def servers():
    """Everything the cases ask; yields process numbers by port."""
    with contextlib.ExitStack() as stack:
        up = {
            cases.BARE: serving(cases.BARE, "tests.load.bare:application"),
            cases.EMPTY: serving(cases.EMPTY, "tests.load.empty:application", MIDDLEWARE=""),
            cases.EMPTY_DEFAULT: serving(cases.EMPTY_DEFAULT, "tests.load.empty:application", MIDDLEWARE="default"),
            cases.SITE: serving(cases.SITE, "config.wsgi:application"),
            cases.MISSES: serving(cases.MISSES, "config.wsgi:application", PAGE_CACHE_SECONDS="0"),
        }
        yield {port: stack.enter_context(server) for port, server in up.items()}


@contextlib.contextmanager
def copies(thread):
    """Bare functions that give the thread's page as the site does; yields process numbers by port."""
    with contextlib.ExitStack() as stack:
        up = {}
        for port, accepts in ((cases.SAME, "identity"), (cases.SAME_PACKED, "br")):
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            _keep(Path(folder), thread, accepts)
            up[port] = stack.enter_context(serving(port, "tests.load.bare:same", ANSWER=folder))
        yield up


def _keep(folder, thread, accepts):
    line = http.client.HTTPConnection("127.0.0.1", cases.SITE, timeout=10)
    line.request("GET", f"/threads/{thread}/", headers={**cases.HTTPS, "Accept-Encoding": accepts})
    answer = line.getresponse()
    (folder / "body").write_bytes(answer.read())
    kept = [pair for pair in answer.getheaders() if pair[0].lower() not in ("server", "date")]  # the server's own
    (folder / "headers.json").write_text(json.dumps(kept))
    line.close()


def _postmaster(folder):
    return int((Path(folder) / "postgres" / "data" / "postmaster.pid").read_text().split("\n")[0])
