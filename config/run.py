"""The door behind `make run`: database, migrations, demo community, worker and server, until told to stop."""

import contextlib
import http.client
import os
import socket
import sys
import tempfile
import time
from typing import NamedTuple

from config import embedded
from config.bootstrap import ROOT
from config.processes import CannotStart, run, spawn_tied, stop, stop_on_signals, undisturbed

PATIENCE = 60  # seconds the server may take to answer for the first time
# A worker that is still importing does not hear its SIGTERM, so it is given two seconds.
GRANIAN = (
    "-m granian --interface wsgi --workers 2 --blocking-threads 1 --no-ws --log-level error --workers-kill-timeout 2"
)
WORKER = "manage.py procrastinate worker --shutdown-graceful-timeout 5"


class Site(NamedTuple):
    """Where this instance listens, from HOST and PORT, and where it keeps its things, from DATA_DIR."""

    host: str
    port: int

    def url(self):
        host = {"0.0.0.0": "localhost", "::": "localhost"}.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"


def main(argv=()):
    """Serve until SIGINT, SIGTERM or a failure; whatever was started here has ended when this returns."""
    stop_on_signals()
    site = _site()
    _refuse_if_taken(site)
    data = embedded.data_folder()
    children = []
    _refuse_if_closed(data)
    with embedded.serving(data):
        try:
            accounts = _prepare(site)
            _start(
                children, site, *GRANIAN.split(), "--host", site.host, "--port", site.port, "config.wsgi:application"
            )
            _wait_until_it_answers(children, site)
            _start(children, site, *WORKER.split())
            _tell(site, data, accounts)
            _watch(children)
        finally:
            stop(children)


def _site():
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise CannotStart(f"PORT must be a number from 1 to 65535, not {port!r}.")
    return Site(host, int(port))


def _refuse_if_taken(site):
    try:
        family, _, _, _, address = socket.getaddrinfo(site.host, site.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(address)
    except OSError as error:
        advice = f"choose another, as in: make run PORT={site.port + 1 if 1024 <= site.port < 65535 else 8001}"
        raise CannotStart(f"Cannot listen on {site.host} port {site.port} ({error.strerror}): {advice}") from None


def _refuse_if_closed(data):
    try:
        data.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=data).close()
    except OSError as error:
        raise CannotStart(f"Cannot write in {data} ({error.strerror}): set DATA_DIR to a folder of yours.") from None


def _prepare(site):
    """Make the database ready; returns what there is to tell about it."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        prepare = [sys.executable, "-m", "config.prepare"]
        if failed := run(prepare, cwd=ROOT, env=_environment(site), stdout=told):
            sys.exit(failed)  # it has said why
        told.seek(0)
        return told.read().splitlines()


def _environment(site):
    defaults = {"DJANGO_SETTINGS_MODULE": "config.settings.development", "ALLOWED_HOSTS": site.host}
    # Children stand in ROOT, where a relative DATA_DIR would be another folder.
    fixed = {"DATA_DIR": str(embedded.data_folder()), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    return {**defaults, **os.environ, **fixed}


def _start(children, site, *words):
    with undisturbed():
        children.append(spawn_tied([sys.executable, *words], cwd=ROOT, env=_environment(site)))


def _wait_until_it_answers(children, site):
    deadline = time.monotonic() + PATIENCE
    while not _answers(site):
        _refuse_if_ended(children)
        if time.monotonic() > deadline:
            raise CannotStart(f"The server does not answer at {site.url()} after {PATIENCE} seconds.")
        time.sleep(0.1)


def _answers(site):
    host, port = site.url().removeprefix("http://").rsplit(":", 1)
    with contextlib.closing(http.client.HTTPConnection(host.strip("[]"), int(port), timeout=5)) as connection:
        try:
            connection.request("GET", "/healthz")
            return bool(connection.getresponse().status)
        except (OSError, http.client.HTTPException):
            return False


def _tell(site, data, accounts):
    print(f"\nGentie is at {site.url()}")
    for line in (*accounts, f"data: {data}"):
        print(f"  {line}")
    if url := os.environ.get("DATABASE_URL"):
        print(f"  database: {url.rsplit('@', 1)[-1]} (DATABASE_URL)")
    elif (elsewhere := (data / "postgres").resolve()) != data.resolve() / "postgres":
        print(f"  database: {elsewhere}")
    print("  verification codes and other mail are printed here; Ctrl-C stops everything", flush=True)


def _watch(children):
    while True:
        _refuse_if_ended(children)
        time.sleep(0.5)


def _refuse_if_ended(children):
    for child in children:
        if child.poll() is not None:
            name = child.args[3] if child.args[1] == "-m" else child.args[2]
            raise CannotStart(f"{name} ended by itself with code {child.returncode}; the lines above say why.")


if __name__ == "__main__":
    main()
