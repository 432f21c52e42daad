"""Production starts only when it knows what it must; and the README knows every variable."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.db import connection

ROOT = Path(__file__).parents[2]
NEEDED = {
    "SECRET_KEY": "n0t-the-real-one-" + "q7Zk" * 16,
    "ALLOWED_HOSTS": "forum.example.org",
    "DATABASE_URL": "postgresql://gentie@localhost/gentie",
}
READ = re.compile(
    r"""(?:env\.(?:text|flag|number|choice|words|secret)|os\.environ\.(?:get|setdefault)|\bnumber)\(\s*"([A-Z_]+)\""""
)
NOT_OURS = {"CI", "DEBIAN_FRONTEND", "DJANGO_SETTINGS_MODULE"}  # set by machines, for machines


def check(**environment):
    known = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    known["DJANGO_SETTINGS_MODULE"] = "config.settings.production"
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env=known | environment, capture_output=True, text=True)


@pytest.fixture
def at_hand(db):
    """What production needs, with a database that answers: Django 6.1 asks it for its version."""
    about = connection.settings_dict
    query = urlencode({"host": about["HOST"] or "localhost", "port": about["PORT"] or 5432})
    who = quote(about["USER"]) + (f":{quote(about['PASSWORD'])}" if about["PASSWORD"] else "")
    return NEEDED | {"DATABASE_URL": f"postgresql://{who}@/{quote(about['NAME'])}?{query}"}


def test_production_is_ready_to_be_deployed(at_hand):
    done = check(**at_hand)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr


@pytest.mark.parametrize("missing", NEEDED)
def test_production_refuses_to_start_without(missing):
    done = check(**{name: value for name, value in NEEDED.items() if name != missing})
    assert done.returncode != 0
    assert f"ImproperlyConfigured: {missing} " in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALLOWED_HOSTS", "*"),
        ("MAIL_PORT", "smtp"),
        ("MAIL_TLS", "yes"),
        ("TRUSTED_PROXIES", "-1"),
        ("SEARCH_CUTTER", "pkuseg"),
        ("DATABASE_URL", "sqlite:///x"),
    ],
)
def test_production_refuses_what_it_half_understands(name, value):
    done = check(**NEEDED | {name: value})
    assert done.returncode != 0
    assert f"ImproperlyConfigured: {name} " in done.stderr


def test_a_secret_may_lie_in_a_file(tmp_path, at_hand):
    secret = tmp_path / "secret"
    secret.write_text(NEEDED["SECRET_KEY"] + "\n")
    rest = {name: value for name, value in at_hand.items() if name != "SECRET_KEY"}
    assert check(**rest, SECRET_KEY_FILE=str(secret)).returncode == 0
    unread = check(**rest, SECRET_KEY_FILE=str(tmp_path / "none"))
    assert "ImproperlyConfigured: SECRET_KEY_FILE " in unread.stderr


def variables():
    for path in [ROOT / "manage.py", *(ROOT / "config").rglob("*.py")]:
        yield from READ.findall(path.read_text(encoding="utf-8"))


def test_the_readme_lists_every_variable_and_no_other():
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Settings")[2].partition("\n## ")[0]
    listed = set(re.findall(r"^\| `([A-Z_]+)`", table, re.MULTILINE))
    assert listed == set(variables()) - NOT_OURS
