"""Who gets in, and how."""

import pytest

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_visitor_signs_in_on_the_one_page_there_is_and_comes_back(visitor):
    answer = visitor.get("/admin/forum/reply/?q=广告")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/?next=/admin/forum/reply/")


def test_djangos_own_sign_in_page_is_not_there(visitor):
    answer = visitor.get("/admin/login/?next=/admin/forum/thread/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/accounts/login/?next=/admin/forum/thread/"


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(visitor, zhou, client_of, elsewhere):
    assert visitor.get("/admin/login/", {"next": elsewhere}).headers["Location"] == "/accounts/login/?next=/admin/"
    assert client_of(zhou).get("/admin/login/", {"next": elsewhere}).headers["Location"] == "/admin/"


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/forum/thread/", "/admin/forum/report/waiting/"])
def test_a_member_is_told_why_not(mei, client_of, path):
    answer = client_of(mei).get(path)
    assert answer.status_code == 403
    assert "版主" in answer.content.decode()


def test_a_moderator_gets_in_without_being_staff(zhou, client_of):
    assert not zhou.is_staff
    answer = client_of(zhou).get("/admin/")
    assert answer.status_code == 200
    assert "待办" in answer.content.decode()


def test_staff_who_do_not_moderate_stay_outside(mei, client_of):
    User.objects.filter(pk=mei.pk).update(is_staff=True)
    assert client_of(mei).get("/admin/").status_code == 403


def test_a_banned_moderator_is_out(zhou, client_of):
    browser = client_of(zhou)
    User.objects.filter(pk=zhou.pk).update(is_active=False)
    assert browser.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/admin/logout/", "/accounts/logout/"),
        ("/admin/password_change/", "/accounts/password/change/"),
        ("/admin/forum/", "/admin/"),
        ("/admin/login/", "/admin/"),
    ],
)
def test_what_django_would_do_twice_is_done_once(zhou, client_of, path, leads):
    assert client_of(zhou).get(path).headers["Location"] == leads


def test_a_moderator_is_shown_only_the_doors_that_open(zhou, client_of):
    page = client_of(zhou).get("/admin/").content.decode()
    assert "/admin/forum/blockedword/" in page
    assert "/admin/forum/sitesettings/" not in page
    assert "/admin/auth/group/" not in page
    assert "procrastinate" not in page


def test_every_door_shown_opens(zhou, client_of):
    operator = User.objects.create_superuser("站长", "operator@example.org", "x")
    for person in (zhou, operator):
        browser = client_of(person)
        for _heading, doors in browser.get("/admin/").context["sections"]:
            for door in doors:
                assert browser.get(door.url).status_code == 200, door.url


def test_pages_hold_nothing_inline_and_nothing_from_elsewhere(zhou, client_of, make_reply):
    reply = make_reply()
    for path in ("/admin/", "/admin/forum/reply/", f"/admin/forum/reply/{reply.pk}/verbs/hide/"):
        answer = client_of(zhou).get(path)
        page = answer.content.decode()
        assert "style=" not in page
        assert "<style" not in page
        assert "<script>" not in page
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
