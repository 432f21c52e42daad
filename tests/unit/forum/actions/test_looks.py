"""Reading private data: few may, for a reason, and it is written down for good."""

import pytest
from django.db import DatabaseError, transaction

from forum.actions.looks import look_up
from forum.actions.origins import see_neighbours, see_origin
from forum.models import Look
from forum.rules import ADMINS, Refused
from tests.cast import make_moderator


@pytest.fixture
def head(db):
    return make_moderator("老孙", ADMINS)


def noted():
    return list(Look.objects.order_by("pk").values_list("what", "asked", "found", "reason"))


@pytest.mark.parametrize("asked", ["61.139.2.69", " 61.139.2.0/24 ", "61.139.2.69/16"])
def test_who_wrote_from_an_address(head, mei, lin, make_thread, make_reply, asked):
    thread = make_thread(lin, ip="8.8.8.8")
    for _time in range(2):
        make_reply(thread, mei, ip="61.139.2.69")
    make_reply(thread, lin, ip="8.8.8.8")
    ((person, times, last),) = look_up(head, asked, reason="疑似诈骗")
    assert (person, times) == (mei, 2) and last
    assert noted() == [("address", asked.strip(), 1, "疑似诈骗")]


def test_whose_an_email_is(head, mei):
    assert look_up(head, mei.email.upper(), reason="本人申诉") == [(mei, None, None)]
    assert look_up(head, "nobody@example.org", reason="本人申诉") == []
    assert [(what, found) for what, _asked, found, _reason in noted()] == [("email", 1), ("email", 0)]


@pytest.mark.parametrize("asked", ["", "阿梅", "1.2.3", "0.0.0.0/0", "61.0.0.0/8", "::/0", "1.2.3.4/99"])
def test_what_is_no_address_is_refused_and_not_noted(head, asked):
    with pytest.raises(Refused):
        look_up(head, asked, reason="疑似诈骗")
    assert not noted()


def test_without_permission_or_reason_nothing_is_shown(head, zhou, mei):
    with pytest.raises(Refused):
        look_up(zhou, mei.email, reason="好奇")
    with pytest.raises(Refused, match="理由"):
        look_up(head, mei.email, reason=" ")
    assert not noted()


def test_looking_at_an_origin_is_noted_too(head, mei, make_reply):
    reply = make_reply(author=mei)
    see_origin(head, reply, reason="疑似诈骗")
    see_neighbours(head, mei, reason="疑似马甲")
    assert [asked for _what, asked, _found, _reason in noted()] == [f"reply {reply.pk}", f"user {mei.pk}"]


@pytest.mark.parametrize("change", [lambda rows: rows.update(reason="改"), lambda rows: rows.delete()])
def test_the_database_keeps_looks_as_they_are(head, mei, change):
    look_up(head, mei.email, reason="本人申诉")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(Look.objects.all())
    assert len(noted()) == 1


def test_the_page_asks_why_shows_and_lists(head, zhou, mei, client_of, make_reply):
    make_reply(author=mei, ip="61.139.2.69")
    browser = client_of(head)
    for bad in ({"asked": "61.139.2.69"}, {"asked": "一个地址", "reason": "好"}):
        answer = browser.post("/admin/forum/look/up/", bad)
        assert answer.status_code == 422 and bad["asked"] in answer.content.decode()
    page = browser.post("/admin/forum/look/up/", {"asked": "61.139.2.69", "reason": "疑似诈骗"}).content.decode()
    assert "阿梅" in page
    listed = browser.get("/admin/forum/look/").content.decode()
    assert "61.139.2.69" in listed and "疑似诈骗" in listed
    assert browser.get(f"/admin/forum/look/{Look.objects.get().pk}/change/").status_code == 200
    assert client_of(zhou).get("/admin/forum/look/").status_code == 403
