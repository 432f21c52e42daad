"""A PostgreSQL of our own: these start real servers in folders of their own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from config import embedded
from config.embedded import binaries, home, server
from config.processes import CannotStart

ROOT = Path(__file__).parents[3]
JOIN = """
import sys
from pathlib import Path

from config import embedded, processes

processes.stop_on_signals()
with embedded.serving(Path(sys.argv[1])):
    print("in", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def no_other_database(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def folder():
    """A data folder that any user may pass through."""
    made = Path(tempfile.mkdtemp(prefix="gentie-test-"))
    made.chmod(0o711)
    yield made
    embedded.remove(made)
    shutil.rmtree(made)


def ask(url, question):
    with psycopg.connect(url) as connection:
        return connection.execute(question).fetchone()[0]


def server_of(folder):
    return server.running(home.settle(folder))


def test_it_speaks_utf8_and_listens_to_nobody_outside(folder):
    with embedded.serving(folder) as url:
        assert ask(url, "SHOW server_encoding") == "UTF8"
        assert ask(url, "SHOW listen_addresses") == ""
        assert ask(url, "SELECT lower('ÄÖ')") == "äö"
        assert (folder / "postgres").resolve().stat().st_mode & 0o777 == 0o700


def test_it_runs_for_the_block_and_keeps_what_was_written(folder):
    with embedded.serving(folder) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT '留下' AS word")
    assert server_of(folder) is None
    with embedded.serving(folder) as url:
        assert ask(url, "SELECT word FROM kept") == "留下"


def test_a_server_killed_outright_recovers_what_was_committed(folder):
    with embedded.serving(folder) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 2000)")
        server_of(folder).kill()
        with embedded.serving(folder) as url:
            assert ask(url, "SELECT count(*) FROM kept") == 2000


def test_a_stranger_with_the_old_pid_is_not_taken_for_the_server(folder):
    with embedded.serving(folder):
        left = home.settle(folder)
        pid_file = (left.data / "postmaster.pid").read_text()
    with subprocess.Popen(["sleep", "60"], **left.as_owner()) as stranger:
        rest = pid_file.split("\n", 1)[1]
        (left.data / "postmaster.pid").write_text(f"{stranger.pid}\n{rest}")
        (left.socket / ".s.PGSQL.5432.lock").write_text(f"{stranger.pid}\n{rest}")
        with embedded.serving(folder) as url:
            assert ask(url, "SELECT 1") == 1
        assert stranger.poll() is None
        stranger.kill()


def test_a_pid_file_of_nonsense_does_not_stop_it(folder):
    with embedded.serving(folder):
        left = home.settle(folder)
    (left.data / "postmaster.pid").write_text("")
    with embedded.serving(folder) as url:
        assert ask(url, "SELECT 1") == 1


def join(folder):
    """Another process that uses the same server until its input ends."""
    command = [sys.executable, "-c", JOIN, str(folder)]
    other = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == "in\n"
    return other


def test_two_processes_share_one_server_and_the_last_to_leave_stops_it(folder):
    with embedded.serving(folder) as url:
        process = server_of(folder)
        with join(folder) as other:
            other.communicate("leave\n")
        assert ask(url, "SELECT 1") == 1
        last = join(folder)
    assert server_of(folder) == process
    with last:
        last.communicate("leave\n")
    assert server_of(folder) is None


def test_a_process_that_was_killed_inside_does_not_keep_the_server_alive(folder):
    other = join(folder)
    with other:
        other.kill()
    with embedded.serving(folder) as url:
        assert ask(url, "SELECT 1") == 1
    assert server_of(folder) is None


def test_it_never_runs_as_root(folder):
    with embedded.serving(folder):
        assert server_of(folder).uids().effective != 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to run the server as somebody else")
def test_for_root_in_a_closed_folder_it_moves_out_and_opens_no_door(folder):
    folder.chmod(0o700)
    with embedded.serving(folder / "deep") as url:
        assert ask(url, "SELECT 1") == 1
        assert (folder / "deep" / "postgres").is_symlink()
        assert folder.stat().st_mode & 0o777 == 0o700
    moved = (folder / "deep" / "postgres").resolve()
    embedded.remove(folder / "deep")
    assert not moved.exists()


def test_programs_its_user_may_not_read_are_copied(folder, monkeypatch):
    monkeypatch.setattr(binaries, "_runs", lambda program, home: False)
    with embedded.serving(folder) as url:
        assert ask(url, "SELECT 1") == 1
        assert server_of(folder).exe().startswith(str((folder / "postgres").resolve()))


@pytest.mark.parametrize("name", ["x" * 120, "数据 data", "a,b'c\"d"])
def test_any_path_will_do(folder, name):
    data = folder / name / "data"
    with embedded.serving(data) as url:
        assert ask(url, "SELECT 1") == 1
        assert embedded.database_url(data) == url
    embedded.remove(data)


def test_a_data_folder_that_cannot_be_made_is_explained(folder):
    (folder / "file").write_text("")
    with pytest.raises(CannotStart, match="set DATA_DIR"), embedded.serving(folder / "file" / "data"):
        pass


def test_without_a_wheel_for_this_platform_database_url_is_named(folder, monkeypatch):
    monkeypatch.setattr(binaries, "PACKAGE", "no_such_package")
    with pytest.raises(CannotStart, match="DATABASE_URL"), embedded.serving(folder):
        pass


def test_a_server_that_cannot_start_says_why_and_is_not_left_running(folder, monkeypatch):
    monkeypatch.setattr(server, "RETRIES", 1)
    with (
        pytest.raises(CannotStart, match="no_such_setting"),
        embedded.serving(folder, "-c", "no_such_setting=1"),
    ):
        pass
    assert server_of(folder) is None


def test_database_url_is_somebody_elses_to_run(folder, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/forum")
    with embedded.serving(folder) as url:
        assert url == "postgresql://elsewhere/forum"
    assert list(folder.iterdir()) == []


def test_a_signal_while_it_starts_leaves_nothing_running(folder):
    with embedded.serving(folder):
        pass
    command = [sys.executable, "-c", JOIN, str(folder)]
    for wait in (0.1, 0.2, 0.3):
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as other:
            with pytest.raises(subprocess.TimeoutExpired):
                other.wait(wait)
            other.send_signal(signal.SIGTERM)
        assert server_of(folder) is None
