"""The admin and the four offices: what each address answers to each of them, as desk.toml says."""

import tomllib
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from django.db import transaction

from forum.models import State
from tests.cast import make_category, make_moderator

DESK = tomllib.loads((Path(__file__).parent / "desk.toml").read_text(encoding="utf-8"))
OFFICES = ("keeper", "chief", "editor", "admin")


@pytest.fixture
def desk(db, client_of, mei, make_thread, make_reply):
    """A browser for each office, and things in and out of the keeper's charge."""
    mine, other = make_category(), make_category("ops", "运营杂谈")
    thread = make_thread(category=mine)
    people = {
        "keeper": make_moderator("老郑", "版主", mine),
        "chief": make_moderator("老吴"),
        "editor": make_moderator("小杨", "运营"),
        "admin": make_moderator("老孙", "管理员"),
    }
    return {name: client_of(user) for name, user in people.items()}, {
        "thread": thread.pk,
        "reply": make_reply(thread, mei, state=State.HELD).pk,
        "far": make_reply(make_thread(category=other), mei, state=State.HELD).pk,
        "member": mei.pk,
    }


@pytest.mark.parametrize("name", DESK)
def test_every_office_gets_what_the_table_says(desk, name):
    browsers, things = desk
    door = DESK[name]
    path = door["at"].format(**things)
    for method in {"GET", "POST"} & door.keys():
        sent = dict(parse_qsl(door.get("sends", "").format(**things))) if method == "POST" else {}
        answers = [_answer(browsers[office], method, path, sent) for office in OFFICES]
        assert " ".join(answers) == door[method], f"{method} {path}"


def _answer(browser, method, path, sent):
    """The status; what was written is undone."""
    with transaction.atomic():
        response = getattr(browser, method.lower())(path, sent)
        transaction.set_rollback(True)
    return str(response.status_code)


def test_every_door_shown_opens(desk):
    for name, browser in desk[0].items():
        page = browser.get("/admin/", follow=True)
        for _heading, doors in page.context["sections"]:
            for door in doors:
                assert browser.get(door.url).status_code == 200, f"{name} {door.url}"
