"""A PostgreSQL of our own in the data folder, for when DATABASE_URL names no other.

    with embedded.serving(Path("data")) as url: ...

Whoever needs the server joins it with `serving`; the first to come starts it, the last to leave stops it, and
the kernel remembers who is in (a lock that even `kill -9` gives back). Good for a laptop and a small site; a busy
public site belongs on a PostgreSQL that receives its security updates.
"""

import contextlib
import fcntl
import os
from pathlib import Path
from urllib.parse import quote

from config.embedded import home
from config.processes import CannotStart, undisturbed


def data_folder():
    """Return the folder of everything this installation stores: DATA_DIR, or `data` beside manage.py."""
    return Path(os.environ.get("DATA_DIR") or Path(__file__).parents[2] / "data").absolute()


def database_url(data_dir):
    """Return DATABASE_URL or, without it, where this data folder's server answers while it runs."""
    socket = (data_dir / "postgres" / "socket").resolve()
    return os.environ.get("DATABASE_URL") or f"postgresql://{home.NAME}@/{home.NAME}?host={quote(str(socket))}"


@contextlib.contextmanager
def serving(data_dir, *settings):
    """Keep the database of this data folder running for the length of the block; yields its URL.

    The one that DATABASE_URL names is somebody else's to run. `settings` are arguments for our own postgres.
    Raises CannotStart with a sentence for the person at the keyboard.
    """
    with contextlib.nullcontext() if os.environ.get("DATABASE_URL") else _joined(data_dir.absolute(), settings):
        yield database_url(data_dir)


def remove(data_dir):
    """Throw away the database in this data folder; a server that somebody left running there is stopped."""
    if (data_dir / "postgres").exists():
        from config.embedded import server

        with undisturbed(), _turn(data_dir):
            server.stop(home.settle(data_dir))
            home.remove(data_dir)


@contextlib.contextmanager
def _joined(data_dir, settings):
    from config.embedded import server  # only here: its packages come with the embedded server

    ours = inside = None
    try:
        with _turn(data_dir):
            ours = home.settle(data_dir)
            inside = _lock(ours.folder, fcntl.LOCK_SH)
            server.start(ours, settings)
        yield
    finally:
        if inside is not None:
            with undisturbed(), _turn(data_dir):
                _leave(server, ours, inside)


def _leave(server, ours, inside):
    """Stop the server unless somebody else is inside."""
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(inside, fcntl.LOCK_EX | fcntl.LOCK_NB)
        server.stop(ours)
    os.close(inside)
    server.reap(ours)


@contextlib.contextmanager
def _turn(data_dir):
    """Starting and stopping happen one after the other, whichever processes do them."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = _lock(data_dir, fcntl.LOCK_EX)
    except OSError as error:
        raise CannotStart(f"Cannot use {data_dir} ({error.strerror}): set DATA_DIR to a folder of yours.") from None
    try:
        yield
    finally:
        os.close(lock)


def _lock(folder, kind):
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, kind)
    return descriptor
