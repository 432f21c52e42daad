"""Processes of ours: started so that every one of them can be stopped again. Standard library only."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1  # prctl(2): the signal a child gets when its parent dies


class CannotStart(SystemExit):
    """One sentence that says what is wrong and what to do; printed by Python itself, exit code 1."""


class Stopped(SystemExit):
    """Somebody pressed Ctrl-C or sent SIGTERM: clean up and leave without an error."""


def stop_on_signals():
    """Let SIGINT, SIGTERM and SIGHUP raise `Stopped` in the main thread, so that `finally` clauses run."""
    for number in STOPPING:
        # nohup hands us an ignored SIGHUP and means it.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)


@contextlib.contextmanager
def undisturbed():
    """Within the block a stopping signal waits: no child just started is lost, no clean-up cut short."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting = []
    before = {number: signal.signal(number, lambda number, frame: waiting.append(number)) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
        for number in waiting:
            signal.raise_signal(number)


def spawn(command, **options):
    """Start a command in a session of its own: Ctrl-C at the terminal reaches us alone, and we pass it on."""
    return subprocess.Popen([str(word) for word in command], start_new_session=True, **options)


def spawn_tied(command, **options):
    """The same, and on Linux the child is told to stop even when we are killed without a chance to say so."""
    return spawn(command, preexec_fn=_die_with_parent if sys.platform == "linux" else None, **options)


def run(command, *, by=signal.SIGTERM, **options):
    """Run a command to its end and return its exit code; if we are stopped it is too, by the signal `by`."""
    child = None
    try:
        with undisturbed():
            child = spawn_tied(command, **options)
        return child.wait()
    finally:
        if child:
            stop([child], by=by)


def stop(children, patience=10, by=signal.SIGTERM):
    """Ask all children to stop, wait `patience` seconds in all, then end what is left of their sessions."""
    with undisturbed():
        for child in children:
            if child.poll() is None:
                child.send_signal(by)
        deadline = time.monotonic() + patience
        for child in children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0, deadline - time.monotonic()))
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _stop(number, frame):
    raise Stopped(0)


def _die_with_parent():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
