"""Doors and people: what each address answers to each of them, as doors.toml says."""

import tomllib
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve, reverse

from forum.actions import moderation
from forum.actions.parcels import ask_for_parcel
from forum.actions.series import keep_series
from forum.models import Decision
from tests.cast import make_passkey

DOORS = tomllib.loads((Path(__file__).parent / "doors.toml").read_text(encoding="utf-8"))
PEOPLE = ("visitor", "lin", "mei", "jia", "zhou")


@pytest.fixture
def house(db, client_of, lin, mei, jia, zhou, make_thread, make_reply):
    """Somebody at every door: a thread of 小林's, a reply of hers and a hidden one, and a browser for each person."""
    thread = make_thread(tags=["阅读"])
    reply = make_reply(thread)
    moderation.hide(zhou, make_reply(thread), reason="广告")
    series = keep_series(lin, title="连载", about="", threads=[thread])
    key = make_passkey(lin)
    parcel = ask_for_parcel(lin)
    browsers = {
        "visitor": Client,
        **{name: lambda user=user: client_of(user) for name, user in _named(lin, mei, jia, zhou)},
    }
    return browsers, {
        "thread": thread.pk,
        "reply": reply.pk,
        "category": thread.category_id,
        "decision": Decision.objects.get().pk,
        "notice": lin.notices.get().pk,
        "series": series.pk,
        "key": key.pk,
        "parcel": parcel.pk,
    }


@pytest.mark.parametrize("name", DOORS)
def test_everybody_gets_what_the_table_says(house, name):
    browsers, things = house
    door = DOORS[name]
    path = door["at"].format(**things)
    assert resolve(path.partition("?")[0]).view_name == name
    for method in ("GET", "POST"):
        answers = {person: _answer(browsers[person], method, path, door, things) for person in PEOPLE}
        assert " ".join(answers.values()) == door[method], f"{method} {path} {answers}"


def _named(lin, mei, jia, zhou):
    return (("lin", lin), ("mei", mei), ("jia", jia), ("zhou", zhou))


def _answer(browser, method, path, door, things):
    """The status, or «login» for being sent to sign in; what was written is undone."""
    with transaction.atomic():
        sent = dict(parse_qsl(door.get("sends", "").format(**things))) if method == "POST" else {}
        response = getattr(browser(), method.lower())(path, sent)
        transaction.set_rollback(True)
    there = response.get("Location", "")
    return "login" if there.startswith(("/accounts/login/?next=", "/admin/login/")) else str(response.status_code)


def doors(patterns, namespace=""):
    """Every named address of a URL configuration: (name, its blanks, the view)."""
    for entry in patterns:
        if hasattr(entry, "url_patterns"):
            yield from doors(entry.url_patterns, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif entry.name:
            yield f"{namespace}{entry.name}", list(entry.pattern.regex.groupindex), entry.callback


def admin_addresses():
    """Every address of the admin, with something in its blanks."""
    blanks = {"pk": 1, "verb": "hide", "object_id": 1, "content_type_id": 1, "app_label": "forum"}
    for name, asked, _view in doors(get_resolver().url_patterns):
        if name.startswith("admin:") and name not in {"admin:login", "admin:logout"}:
            yield reverse(name, kwargs={blank: blanks[blank] for blank in asked})


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_admin_sends_visitors_to_sign_in(house, method):
    visitor = Client()
    for address in admin_addresses():
        there = getattr(visitor, method)(address)["Location"]
        assert there.startswith(("/accounts/login/?next=", "/admin/login/?next=")), address


@pytest.mark.parametrize(("person", "method"), [("mei", "get"), ("mei", "post"), ("jia", "post")])
def test_the_admin_refuses_members_whatever_they_ask(house, person, method):
    browser = house[0][person]()
    for address in admin_addresses():
        assert getattr(browser, method)(address).status_code == 403, address
