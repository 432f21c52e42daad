"""Signing up and in with a mobile number and a code in a text message."""

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from accounts.phone import number_in
from tests import sms
from tests.cast import PASSWORD

NUMBER = "+8613800138000"
SIGN_UP = "/accounts/signup/?by=phone"
CODE_PAGE = "/accounts/phone/verify/"


@pytest.fixture(autouse=True)
def silence():
    sms.outbox.clear()
    cache.clear()


@pytest.fixture
def limited(settings):
    """The limits of the real site."""
    from config.settings import base

    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS


@pytest.fixture
def mei(mei):
    mei.phone, mei.phone_verified = NUMBER, True
    mei.save()
    return mei


def sign_up(client, phone="138 0013 8000", name="新来的", **more):
    form = {"by": "phone", "phone": phone, "username": name, "password1": PASSWORD, "website": "", **more}
    return client.post("/accounts/signup/", form)


def code():
    return sms.outbox[-1][2]


@pytest.mark.parametrize(
    "typed", ["13800138000", "138 0013-8000", "+86 138 0013 8000", "8613800138000", "００８６１３８００１３８０００"]
)
def test_a_number_is_one_number_however_it_is_typed(typed):
    assert number_in(typed) == NUMBER


@pytest.mark.parametrize("typed", ["", "1380013800", "12800138000", "+1 202 555 0123", "138001380000", "阿梅"])
def test_what_is_no_mainland_number_is_none(typed):
    assert number_in(typed) == ""


@pytest.mark.parametrize("name", ["13800138000", "138-0013-8000", "138_0013_8000", "8613800138000"])
def test_a_number_is_nobodys_name(client, db, name):
    page = sign_up(client, "13900139000", name)
    assert page.status_code == 200 and "手机号不能用作用户名" in page.content.decode()
    assert not User.objects.exists() and not sms.outbox


@pytest.mark.parametrize("name", ["1380013800", "12800138000", "小林138001"])
def test_other_digits_may_be_a_name(client, db, name):
    assert sign_up(client, name=name)["Location"].startswith(CODE_PAGE)


def test_a_code_by_text_message_finishes_signing_up_where_one_was(client, db):
    assert 'aria-current="page">用手机号' in client.get(SIGN_UP).content.decode()
    assert sign_up(client, next="/threads/7/#write")["Location"].startswith(CODE_PAGE)
    assert sms.outbox == [(NUMBER, "code", code())] and len(code()) == 6
    assert "_auth_user_id" not in client.session
    assert client.post(CODE_PAGE, {"code": code(), "next": "/threads/7/#write"})["Location"] == "/threads/7/#write"
    user = User.objects.get(username="新来的")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert (user.phone, user.phone_verified, user.email) == (NUMBER, True, "")


def test_the_door_stays_shut_without_the_code(client, sign_in, db):
    sign_up(client)
    client.post(CODE_PAGE, {"code": "000000"})
    assert "_auth_user_id" not in client.session
    client.cookies.clear()
    assert sign_in("新来的")["Location"].startswith(CODE_PAGE), "a code first"
    client.cookies.clear()
    assert sign_in("13800138000").status_code == 200, "an unconfirmed number is nobody's"


@pytest.mark.parametrize("phone", ["", "123", "+12025550123", "x" * 300])
def test_a_wrong_number_is_said_at_its_field(client, db, phone):
    page = sign_up(client, phone)
    assert page.status_code == 200 and 'class="field__error"' in page.content.decode()
    assert not User.objects.exists() and not sms.outbox


def test_a_taken_number_gets_the_same_page_and_another_message(client, mei):
    assert sign_up(client)["Location"].startswith(CODE_PAGE)
    assert sms.outbox == [(NUMBER, "known", "")]
    assert client.get(CODE_PAGE).status_code == 200
    assert not User.objects.filter(username="新来的").exists()


def test_the_same_number_again_at_once_is_asked_for_patience(client, db, limited):
    """allauth's own answer is an exception nobody catches, and a half-made account."""
    sign_up(client)
    for name in ("另一个", "再一个"):
        page = sign_up(Client(), name=name)
        assert page.status_code == 200 and "过半分钟再试" in page.content.decode()
    assert User.objects.count() == 1 and len(sms.outbox) == 1


def test_many_numbers_from_one_address_end_in_words(client, db, limited):
    statuses = [sign_up(Client(), f"138001380{number:02}", f"第{number}位").status_code for number in range(14)]
    assert statuses == [302] * 10 + [200] * 4, "the form again, with a sentence"


@pytest.mark.parametrize("login", ["13800138000", "+86 138 0013 8000", "阿梅", "mei@example.com"])
def test_the_password_goes_with_any_of_ones_names(client, sign_in, mei, login):
    assert sign_in(login)["Location"] == "/"
    assert client.session["_auth_user_id"] == str(mei.pk)


def test_a_known_and_an_unknown_number_get_the_same_answer(sign_in, mei):
    pages = [sign_in(number, "wrong").content.decode() for number in ("13800138000", "13900139000")]
    assert all("手机号或密码不对" in page for page in pages)


@pytest.mark.parametrize("login", ["138 0013 8000", "mei@example.com"])
def test_a_one_time_code_opens_without_a_password(client, mei, mailoutbox, login):
    answer = client.post("/accounts/login/code/", {"login": login, "next": "/threads/7/#write"})
    assert answer["Location"].startswith("/accounts/login/code/confirm/?next=")
    digits = code() if sms.outbox else mailoutbox[0].subject.split()[0]
    answer = client.post("/accounts/login/code/confirm/", {"code": digits, "next": "/threads/7/#write"})
    assert answer["Location"] == "/threads/7/#write"
    assert client.session["_auth_user_id"] == str(mei.pk)


@pytest.mark.parametrize("login", ["", " ", "阿梅", "x@", "\x00", "1" * 300])
def test_an_empty_or_senseless_wish_for_a_code_is_said_at_its_field(client, db, login):
    """allauth's own form, left empty, is a 500 where both kinds of address are taken."""
    page = client.post("/accounts/login/code/", {"login": login})
    assert page.status_code == 200 and 'class="field__error"' in page.content.decode()
    assert client.post("/accounts/login/code/").status_code == 200


@pytest.mark.parametrize("login", ["13900139000", "nobody@example.com"])
def test_a_code_for_nobody_looks_the_same(client, mei, login):
    answer = client.post("/accounts/login/code/", {"login": login})
    assert answer["Location"].startswith("/accounts/login/code/confirm/")
    assert client.get("/accounts/login/code/confirm/").status_code == 200
    assert client.post("/accounts/login/code/confirm/", {"code": "000000"}).status_code == 200


def test_a_new_password_by_text_message(client, mei):
    assert client.post("/accounts/password/reset/", {"email": "13800138000"})["Location"].endswith("/reset/confirm/")
    client.post("/accounts/password/reset/confirm/", {"code": code()})
    answer = client.post("/accounts/password/reset/complete/", {"password1": PASSWORD + "-新"})
    assert answer.status_code == 302
    mei.refresh_from_db()
    assert mei.check_password(PASSWORD + "-新")
    assert client.session["_auth_user_id"] == str(mei.pk)


def test_a_banned_member_is_sent_no_code(client, mei):
    mei.is_active = False
    mei.save()
    client.post("/accounts/login/code/", {"login": "13800138000"})
    client.post("/accounts/password/reset/", {"email": "13800138000"})
    assert all(kind != "code" for _phone, kind, _code in sms.outbox)


def test_changing_the_number_asks_who_one_is_and_is_mailed(client, sign_in, mei, mailoutbox):
    sign_in("阿梅")
    answer = client.post("/accounts/phone/change/", {"phone": "13900139000"})
    assert answer["Location"].startswith("/accounts/reauthenticate/")
    client.post(answer["Location"], {"password": PASSWORD, "next": "/accounts/phone/change/"})
    client.post("/accounts/phone/change/", {"phone": "13900139000"})
    mei.refresh_from_db()
    assert mei.phone == NUMBER, "not before the code"
    client.post(CODE_PAGE, {"code": code()})
    mei.refresh_from_db()
    assert (mei.phone, mei.phone_verified) == ("+8613900139000", True)
    assert [mail.subject for mail in mailoutbox] == ["你的手机号已更换"]


def test_a_gateway_that_fails_is_said_on_the_page(client, db, settings):
    settings.SMS_SENDER = "accounts.sms.HttpSender"
    settings.SMS_URL, settings.SMS_SECRET = "http://127.0.0.1:9/", "s"
    assert sign_up(client)["Location"].startswith(CODE_PAGE)
    assert "短信没有发出去" in client.get(CODE_PAGE).content.decode()


def test_without_a_gateway_no_number_is_asked_for(client, db, settings):
    settings.SMS_SENDER = ""
    for page in (SIGN_UP, "/accounts/login/", "/accounts/login/code/", "/accounts/password/reset/"):
        said = client.get(page).content.decode()
        assert "手机" not in said, page


def test_the_code_page_needs_no_inline_style(client, sign_in, mei):
    sign_in("阿梅")
    assert "style=" not in client.get("/accounts/phone/change/").content.decode()
