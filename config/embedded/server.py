"""Make, start and stop one PostgreSQL server that listens on a socket in its own folder and nowhere else."""

import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psutil
import psycopg

from config.embedded.binaries import programs_for
from config.embedded.home import NAME
from config.processes import CannotStart, spawn, undisturbed

RECOVERY = 120  # seconds a server that was killed may take to read its journal
RETRIES = 20  # seconds to go on trying while the remains of a killed server disappear
STEP = 0.05  # seconds between two looks

# The server trusts whoever can open its socket; the folder of the socket is closed to everyone but its owner.
INITDB = (
    *("--username", NAME, "--auth=trust", "--encoding=UTF8", "--no-sync", "--no-instructions"),
    *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
)

_children = {}  # folder -> the server this process started there; kept so that it is reaped


def running(home):
    """Return the server's process or None; whoever merely inherited the pid it wrote down is not it."""
    try:
        process = psutil.Process(_recorded_pid(home))
        command = process.cmdline()  # empty for a zombie
    except (OSError, ValueError, psutil.Error):
        return None
    return process if command and "postgres" in command[0] and str(home.data) in command else None


def start(home, settings=()):
    """Start the server, making its database first where there is none; return when it answers."""
    programs = programs_for(home)
    for abandoned in home.folder.glob("data.*"):
        shutil.rmtree(abandoned, ignore_errors=True)
    if not home.data.exists():
        _make(home, programs)
    deadline = time.monotonic() + RETRIES
    while not _answers(home):
        if time.monotonic() > deadline:
            raise CannotStart(f"PostgreSQL does not start; the end of {home.log}: {_last_line(home.log.read_text())}")
        _clear_what_a_killed_server_left(home)
        _launch(home, programs, settings)
    _make_database(home)


def stop(home):
    """Stop the server as PostgreSQL's own `fast` does and, if that takes too long, as `immediate` does."""
    for number in (signal.SIGINT, signal.SIGQUIT):
        if server := running(home):
            server.send_signal(number)
            _wait_until(lambda: not running(home), RETRIES)
    reap(home)


def reap(home):
    """Collect the exit code of a server that this process started and somebody has stopped."""
    child = _children.get(home.folder)
    if child and child.poll() is not None:
        del _children[home.folder]


def _make(home, programs):
    # A name of its own: an initdb whose caller was killed may still be at work beside us.
    half = Path(tempfile.mkdtemp(prefix="data.", dir=home.folder))
    home.give(half)
    initdb = [programs / "initdb", *INITDB, "--pgdata", half]
    made = subprocess.run(initdb, capture_output=True, text=True, **home.as_owner())
    if made.returncode:
        raise CannotStart(f"PostgreSQL cannot make its database in {home.folder}: {_last_line(made.stderr)}")
    half.rename(home.data)


def _answers(home):
    """Wait for a server that lives, however long it recovers; False when there is none (any more)."""
    deadline = time.monotonic() + RECOVERY
    while _lives(home) and time.monotonic() < deadline:
        try:
            _connect(home).close()
            return True
        except psycopg.OperationalError:
            time.sleep(STEP)
    return False


def _lives(home):
    child = _children.get(home.folder)
    return (child and child.poll() is None) or running(home)


def _clear_what_a_killed_server_left(home):
    """PostgreSQL refuses to start while a stranger has the pid it left behind, so take that file away.

    Only then: when the pid is free, PostgreSQL itself looks for backends that still hold the shared memory.
    """
    _wait_until(lambda: not _any_process_in(home.data), RETRIES)
    try:
        recorded = _recorded_pid(home)
    except (OSError, ValueError):
        recorded = None
    if recorded is None or psutil.pid_exists(recorded):
        for left in (home.data / "postmaster.pid", *home.socket.glob(".s.PGSQL.*")):
            left.unlink(missing_ok=True)


def _launch(home, programs, settings):
    listen = ("-h", "", "-k", home.socket, "-p", "5432")
    server = [programs / "postgres", "-D", home.data, *listen, *settings]
    with undisturbed(), open(home.log, "ab") as log:
        child = spawn(server, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **home.as_owner())
        _children[home.folder] = child


def _make_database(home):
    with _connect(home) as connection:
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
        if not there:
            connection.execute(f"CREATE DATABASE {NAME}")


def _connect(home):
    return psycopg.connect(host=str(home.socket), user=NAME, dbname="postgres", autocommit=True, connect_timeout=5)


def _recorded_pid(home):
    return int((home.data / "postmaster.pid").read_text().split("\n")[0])


def _any_process_in(folder):
    """Backends of a killed postmaster stand in its data folder until they have noticed."""
    return any(process.info["cwd"] == str(folder) for process in psutil.process_iter(["cwd"]))


def _wait_until(condition, seconds):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(STEP)


def _last_line(text):
    return next((line for line in reversed(text.splitlines()) if line.strip()), "nothing")
