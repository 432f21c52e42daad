"""The servers under measurement, all started by the same granian, and the processor time they use."""

import contextlib
import http.client
import os
import sys
import time

import psutil

from config.bootstrap import ROOT
from config.processes import spawn_tied, stop
from config.run import GRANIAN

PATIENCE = 60  # seconds a server may take to answer for the first time


@contextlib.contextmanager
def serving(port, application, **environment):
    """A server on this port for the length of the block; yields its process number."""
    command = [sys.executable, *GRANIAN.split(), "--host", "127.0.0.1", "--port", port, application]
    child = spawn_tied(command, cwd=ROOT, env={**os.environ, **environment})
    try:
        _wait(port, child)
        yield child.pid
    finally:
        stop([child])


def processor_seconds(*roots):
    """What these processes and all below them have used, user and system, the ended ones included."""
    total = 0.0
    for root in filter(None, roots):
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(root)
            for one in [process, *process.children(recursive=True)]:
                with contextlib.suppress(psutil.Error):
                    times = one.cpu_times()
                    total += times.user + times.system
    return total


def resident_megabytes(root):
    """Of each worker below a server."""
    return [round(one.memory_info().rss / 2**20) for one in psutil.Process(root).children(recursive=True)]


def _wait(port, child):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and child.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz", headers={"X-Forwarded-Proto": "https"})
            connection.getresponse().read()
            return connection.close()
        time.sleep(0.05)
    raise SystemExit(f"The server on port {port} does not answer.")
