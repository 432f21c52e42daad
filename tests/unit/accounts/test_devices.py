"""Where one is signed in, and signing out there."""

import re

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.devices import described
from tests.cast import PASSWORD

PAGE = "/accounts/sessions/"
WRITES_SESSION = re.compile(r"\s*(INSERT|UPDATE|DELETE)\b.*session", re.IGNORECASE | re.DOTALL)
PHONE = "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537 MicroMessenger/8.0"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0 Safari/537.36 Edg/124.0"


@pytest.fixture
def browser_on():
    """``browser_on(PHONE)``: a browser in which 阿梅 has signed in with her password."""

    def browser(user_agent, address="61.139.2.69"):
        client = Client(headers={"User-Agent": user_agent}, REMOTE_ADDR=address)
        assert client.post("/accounts/login/", {"login": "阿梅", "password": PASSWORD}).status_code == 302
        return client

    return browser


def is_signed_in(browser):
    return browser.get("/favourites/").status_code == 200


def test_each_device_is_named_and_placed(browser_on, mei):
    browser_on(PHONE)
    page = browser_on(MAC, "202.96.128.86").get(PAGE).content.decode()
    assert "微信 · Android" in page and "四川" in page and "61.139.2.69" in page
    assert page.index("Safari · Mac") < page.index("微信 · Android"), "the one at hand first"
    assert page.count("当前设备") == 1


def test_one_device_is_signed_out(browser_on, mei):
    phone, mac, desk = browser_on(PHONE), browser_on(MAC), browser_on(EDGE)
    theirs = UserSession.objects.get(user_agent=PHONE)
    assert desk.post(PAGE, {"end": theirs.pk})["Location"] == PAGE
    assert [is_signed_in(browser) for browser in (phone, mac, desk)] == [False, True, True]


def test_all_but_this_one_are_signed_out(browser_on, mei):
    phone, mac, desk = browser_on(PHONE), browser_on(MAC), browser_on(EDGE)
    desk.post(PAGE)
    assert [is_signed_in(browser) for browser in (phone, mac, desk)] == [False, False, True]


@pytest.mark.parametrize("end", ["nonsense", "0", "-1", "9" * 30, "\x00"])
def test_nonsense_signs_nobody_out(browser_on, mei, end):
    phone, desk = browser_on(PHONE), browser_on(EDGE)
    assert desk.post(PAGE, {"end": end}).status_code == 302
    assert is_signed_in(phone) and is_signed_in(desk)


def test_somebody_elses_device_is_out_of_reach(browser_on, client_of, mei, lin):
    phone = browser_on(PHONE)
    client_of(lin).post(PAGE, {"end": UserSession.objects.get(user_agent=PHONE).pk})
    assert is_signed_in(phone)


def test_a_new_password_signs_the_other_devices_out(browser_on, mei):
    phone, desk = browser_on(PHONE), browser_on(EDGE)
    desk.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": PASSWORD + "-新"})
    assert not is_signed_in(phone) and is_signed_in(desk)
    assert "微信" not in desk.get(PAGE).content.decode()


def test_signing_in_through_a_socket_without_an_address_works(browser_on, mei):
    assert is_signed_in(browser_on(EDGE, ""))


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [(PHONE, "微信 · Android"), (MAC, "Safari · Mac"), (EDGE, "Edge · Windows"), ("curl/8", "")],
)
def test_devices_are_called_what_their_owners_call_them(user_agent, words):
    assert described(user_agent) == words


def test_reading_writes_no_session(browser_on, mei, make_thread):
    """A signed-in reader's requests leave the tables of sessions and devices alone."""
    desk, thread = browser_on(EDGE), make_thread()
    desk.get("/")  # where the greeting is said once
    with CaptureQueriesContext(connection) as asked:
        for path in ("/", thread.get_absolute_url(), "/favourites/", PAGE):
            assert desk.get(path).status_code == 200
    assert len(asked) and not [one["sql"] for one in asked if WRITES_SESSION.match(one["sql"])]
