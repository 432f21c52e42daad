"""`make run` as a person meets it: real processes, a real port, a data folder of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import psutil
import pytest

from config import embedded

ROOT = Path(__file__).parents[3]
SETTINGS = "config.settings.development"
READY = "Ctrl-C stops everything"


@pytest.fixture(scope="module")
def visited():
    """A data folder in which the site has run before, so that starts are short."""
    folder = make_folder()
    with Instance(folder) as site:
        site.wait_until_ready()
    yield folder
    remove_folder(folder)


@pytest.fixture
def another():
    folder = make_folder()
    yield folder
    remove_folder(folder)


def make_folder():
    folder = Path(tempfile.mkdtemp(prefix="gentie-test-"))
    folder.chmod(0o711)
    return folder


def remove_folder(folder):
    embedded.remove(folder)
    shutil.rmtree(folder)


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Instance:
    """One `manage.py run`, recognised afterwards by the data folder its processes were given."""

    def __init__(self, folder, port=None, **environment):
        self.folder, self.port = folder, port or free_port()
        # Never the database the tests were given: somebody else's words may be in it.
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        ours = {"DATA_DIR": str(folder), "PORT": str(self.port), "DJANGO_SETTINGS_MODULE": SETTINGS}
        self.environment = inherited | ours | environment

    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "config.run"],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return self

    def __exit__(self, *problem):
        self.end(signal.SIGTERM)
        assert self.left() == []

    def end(self, number):
        """Send the signal; the exit code and what was printed since."""
        self.process.send_signal(number)
        printed, _ = self.process.communicate(timeout=60)
        return self.process.returncode, printed

    def wait_until_ready(self):
        printed = ""
        for line in self.process.stdout:
            printed += line
            if READY in line:
                return printed
        raise AssertionError(printed)

    def get(self, path):
        return urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30)

    def left(self):
        """What still runs of it: our processes by their environment, the database by its folder."""
        return [process for process in psutil.process_iter() if self._is_ours(process)]

    def _is_ours(self, process):
        try:
            named = process.environ().get("DATA_DIR") == str(self.folder) and process.pid != os.getpid()
            return process.status() != psutil.STATUS_ZOMBIE and (named or str(self.folder) in process.cwd())
        except psutil.Error:
            return False


def refused(folder, **environment):
    """The sentence of a start that must not succeed."""
    site = Instance(folder, **environment)
    with site:
        printed, _ = site.process.communicate(timeout=60)
    assert site.process.returncode == 1
    assert len(printed.splitlines()) == 1, printed
    return printed


def test_it_serves_says_where_and_stops_all_it_started(visited):
    with Instance(visited) as site:
        printed = site.wait_until_ready()
        assert f"http://127.0.0.1:{site.port}" in printed
        assert str(visited) in printed
        assert site.get("/healthz").status == 200
        assert len(site.left()) >= 5  # itself, the server and its two workers, the worker, the database
        code, _ = site.end(signal.SIGINT)
        assert code == 0
        assert site.left() == []


def test_two_instances_run_side_by_side_and_one_may_leave(visited, another):
    with Instance(visited) as first, Instance(another) as second:
        first.wait_until_ready()
        second.wait_until_ready()
        first.end(signal.SIGTERM)
        assert first.left() == []
        assert second.get("/healthz").status == 200


def test_a_command_beside_it_uses_the_same_database_and_leaves_it_running(visited):
    with Instance(visited) as site:
        site.wait_until_ready()
        command = [sys.executable, "manage.py", "migrate", "--check"]
        subprocess.run(command, cwd=ROOT, env=site.environment, check=True, capture_output=True)
        assert site.get("/readyz").status == 200


@pytest.mark.parametrize("seconds", [0.1, 0.4, 0.8, 1.6])
def test_a_signal_while_it_starts_leaves_nothing(visited, seconds):
    with Instance(visited) as site:
        with pytest.raises(subprocess.TimeoutExpired):
            site.process.wait(seconds)
        site.end(signal.SIGTERM)
        assert site.left() == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children that their parent was killed")
def test_killed_outright_it_takes_its_children_along_and_starts_again(visited):
    with Instance(visited) as site:
        site.wait_until_ready()
        children = psutil.Process(site.process.pid).children(recursive=True)
        children = [child for child in children if child.name() != "postgres"]
        site.end(signal.SIGKILL)
        _, alive = psutil.wait_procs(children, timeout=30)
        assert alive == []
        with Instance(visited) as again:
            again.wait_until_ready()


def test_a_taken_port_is_named_with_another_to_try(visited):
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        assert f"PORT={port + 1}" in refused(visited, port=port)


@pytest.mark.parametrize("port", ["eighty", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(visited, port):
    assert "PORT must be" in refused(visited, PORT=port)


def test_a_host_that_is_not_ours_is_refused(visited):
    assert "192.0.2.1" in refused(visited, HOST="192.0.2.1")


def test_a_data_folder_that_cannot_be_written_is_named(another):
    (another / "file").write_text("")
    assert "set DATA_DIR" in refused(another / "file" / "data")


def test_a_database_that_does_not_answer_is_named(visited):
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    assert "DATABASE_URL" in refused(visited, DATABASE_URL=f"postgresql://nobody@127.0.0.1:{port}/none")
