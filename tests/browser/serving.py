"""The real thing to visit: granian, the page cache and Django, on the database of the tests."""

import contextlib
import os
import re
import socket
import sys
import time
import urllib.error
import urllib.request
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import quote

from django.db import connection

from config.processes import spawn_tied, stop

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds until the server must have answered once
GRANIAN = ("--interface", "wsgi", "--no-ws", "--workers", "1", "--blocking-threads", "1", "--log-level", "warning")


@contextlib.contextmanager
def serving(folder, **environment):
    """A server of its own process for the length of the block; yields its address. Its words go to server.log."""
    url = f"http://127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "granian", "--host", "127.0.0.1", "--port", url.rpartition(":")[2], *GRANIAN]
    (folder / "mail").mkdir(parents=True, exist_ok=True)
    with (folder / "server.log").open("wb") as log:
        child = spawn_tied(
            [*command, "config.wsgi:application"],
            cwd=ROOT,
            env={**os.environ, **_own(folder), **environment},
            stdout=log,
            stderr=log,
        )
        try:
            _wait(url, child, folder)
            yield url
        finally:
            stop([child])


def code_in_mail(folder, address):
    """The six digits of the newest mail to this address."""
    for path in sorted((folder / "mail").glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True):
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        if mail["To"] == address:
            return re.search(r"^\s*(\d{6})\s*$", mail.get_content(), re.M).group(1)
    raise AssertionError(f"no mail to {address}")


def _own(folder):
    return {
        "DJANGO_SETTINGS_MODULE": "tests.browser.served",
        "DATABASE_URL": _database(connection.settings_dict),
        "DATA_DIR": str(folder),
        "MAIL_DIR": str(folder / "mail"),
        "PYTHONPATH": str(ROOT),
    }


def _database(settings):
    user = quote(settings["USER"] or "", safe="") + (
        f":{quote(settings['PASSWORD'], safe='')}" if settings["PASSWORD"] else ""
    )
    where = f"host={quote(settings['HOST'] or '', safe='')}&port={settings['PORT'] or ''}".removesuffix("&port=")
    return f"postgresql://{user}@/{settings['NAME']}?{where}"


def _free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def _wait(url, child, folder):
    deadline = time.monotonic() + PATIENCE
    while child.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{url}/healthz", timeout=5).close()
            return
        time.sleep(0.1)
    raise AssertionError(f"The server does not answer:\n{(folder / 'server.log').read_text()}")
