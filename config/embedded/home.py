"""Where an embedded server keeps its things, and as whom it runs.

Everything lies in DATA_DIR/postgres, readable by the server's user alone. PostgreSQL refuses to run as root, for
whom it runs as an unprivileged user; permissions of folders that are not ours are never changed, so where
that user may not enter (a clone under /root, say) it is put elsewhere and DATA_DIR/postgres becomes a link.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from config.processes import CannotStart

NAME = "gentie"  # of the database and of its owner in it
UNPRIVILEGED = "nobody"  # exists on every Unix, owns nothing
OUTSIDE = (
    Path("/var/lib"),
    Path("/var/tmp"),
)  # places every user may pass through, and that survive a restart
SOCKET_LIMIT = 100  # bytes; the kernel's own limit is 104 (macOS) or 108 (Linux)
SOCKET_NAME = ".s.PGSQL.5432"


class Home(NamedTuple):
    """The folder of one embedded server and the user (uid, gid) who owns it."""

    folder: Path
    uid: int
    gid: int

    @property
    def data(self):
        return self.folder / "data"

    @property
    def socket(self):
        return (self.folder / "socket").resolve()

    @property
    def log(self):
        return self.folder / "log"

    def as_owner(self):
        """Arguments for subprocess: run as the folder's owner, from a place that owner may stand in."""
        if self.uid == os.geteuid():
            return {"cwd": "/"}
        return {"cwd": "/", "user": self.uid, "group": self.gid, "extra_groups": []}

    def give(self, path):
        """Hand a file or folder that we made, with all that is in it, to the server's user."""
        if self.uid != os.geteuid():
            for each in (path, *path.rglob("*")):
                os.chown(each, self.uid, self.gid)


def settle(data_dir):
    """Return the Home in this data folder, made where there is none; raises CannotStart with the reason."""
    place = data_dir / "postgres"
    try:
        if not place.exists():
            _make(place)
        home = _at(place)
        _make_socket_folder(home)
    except OSError as error:
        raise CannotStart(
            f"Cannot write in {data_dir} ({error.strerror}): set DATA_DIR to a folder of yours."
        ) from None
    return home


def remove(data_dir):
    """Throw away the server's folder, wherever it was put; the server must be stopped."""
    place = data_dir / "postgres"
    shutil.rmtree((place / "socket").resolve(), ignore_errors=True)
    shutil.rmtree(place.resolve(), ignore_errors=True)
    place.unlink(missing_ok=True)


def _at(place):
    owner = place.stat()
    if os.geteuid() not in (0, owner.st_uid):
        raise CannotStart(f"{place} belongs to another user: set DATA_DIR to a folder of yours.")
    return Home(place.resolve(), owner.st_uid, owner.st_gid)


def _make(place):
    """Make the folder for the right user: ourselves or, for root, the owner of the data folder or nobody."""
    uid, gid = os.geteuid(), os.getegid()
    if uid == 0:
        uid, gid = _unprivileged(place.parent)
    place.unlink(missing_ok=True)  # a link whose target is gone
    if _may_enter(uid, gid, place.parent):
        place.mkdir(mode=0o700)
    else:
        outside = next(base for base in OUTSIDE if base.is_dir() and _may_enter(uid, gid, base))
        place.symlink_to(tempfile.mkdtemp(prefix="gentie-", dir=outside))
    os.chown(place, uid, gid)


def _unprivileged(data_dir):
    owner = data_dir.stat()
    if owner.st_uid != 0:
        return owner.st_uid, owner.st_gid
    nobody = pwd.getpwnam(UNPRIVILEGED)
    return nobody.pw_uid, nobody.pw_gid


def _may_enter(uid, gid, folder):
    if os.geteuid() != 0:
        return True
    enter = ["/bin/sh", "-c", 'cd -- "$0"', str(folder)]
    asked = subprocess.run(enter, cwd="/", user=uid, group=gid, extra_groups=[], stderr=subprocess.DEVNULL)
    return asked.returncode == 0


def _make_socket_folder(home):
    """Where the path is too long for a socket, or has PostgreSQL's list marks in it, use a private /tmp folder."""
    folder = home.folder / "socket"
    if folder.exists():
        return
    folder.unlink(missing_ok=True)  # a link into /tmp that was swept
    path = str(folder / SOCKET_NAME)
    if len(os.fsencode(path)) < SOCKET_LIMIT and not set(path) & set(",\"'\\"):
        folder.mkdir(mode=0o700)
    else:
        folder.symlink_to(tempfile.mkdtemp(prefix="gentie-", dir="/tmp"))
    home.give(folder)
