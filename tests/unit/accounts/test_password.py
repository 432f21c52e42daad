import time

import pytest

from tests.cast import PASSWORD

NEW = "一枝红杏-chuqiang"


@pytest.fixture
def ask(client, mei):
    def fill(email="mei@example.com", **more):
        return client.post("/accounts/password/reset/", {"email": email, **more})

    return fill


def test_a_code_by_mail_gives_a_new_password_and_the_page_back(client, ask, code, mei, mailoutbox):
    there = ask(next="/threads/7/#write")["Location"]
    assert there == "/accounts/password/reset/confirm/?next=%2Fthreads%2F7%2F%23write"
    assert mailoutbox[0].subject == f"{code()} 是你的验证码"
    there = client.post(there, {"code": code(), "next": "/threads/7/#write"})["Location"]
    assert there.startswith("/accounts/password/reset/complete/")
    assert client.post(there, {"password1": NEW, "next": "/threads/7/#write"})["Location"] == "/threads/7/#write"
    mei.refresh_from_db()
    assert mei.check_password(NEW)
    assert client.session["_auth_user_id"] == str(mei.pk)
    assert "重设" in mailoutbox[-1].body  # and she is told


def test_an_unknown_address_gets_the_same_page_and_a_mail_that_says_so(client, ask, mailoutbox):
    assert ask("nobody@example.com")["Location"] == ask()["Location"]
    assert mailoutbox[0].to == ["nobody@example.com"]
    assert "没有账号" in mailoutbox[0].body


def test_a_wrong_code_changes_nothing(client, ask, code, mei):
    ask()
    wrong = f"{(int(code()) + 1) % 1000000:06}"
    for _again in range(2):
        assert "验证码不对" in client.post("/accounts/password/reset/confirm/", {"code": wrong}).content.decode()
    assert client.post("/accounts/password/reset/confirm/", {"code": wrong})["Location"] == "/accounts/login/"
    assert client.get("/accounts/password/reset/complete/")["Location"] == "/accounts/password/reset/"
    mei.refresh_from_db()
    assert mei.check_password(PASSWORD)


def test_a_code_holds_as_long_as_the_mail_says(client, ask, code, settings, mailoutbox, monkeypatch):
    ask()
    limit = settings.ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT
    assert f"{limit // 60} 分钟内有效" in mailoutbox[0].body
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + limit + 1)
    assert client.post("/accounts/password/reset/confirm/", {"code": code()})["Location"] == "/accounts/login/"


def test_a_weak_one_is_refused_with_the_reason(client, ask, code, mei):
    ask()
    client.post("/accounts/password/reset/confirm/", {"code": code()})
    page = client.post("/accounts/password/reset/complete/", {"password1": "12345678"}).content.decode()
    assert 'id="id_password1_error"' in page
    mei.refresh_from_db()
    assert mei.check_password(PASSWORD)


def test_changing_it_needs_the_old_one_and_is_told_by_mail(client, mei, mailoutbox):
    client.force_login(mei)
    refused = client.post("/accounts/password/change/", {"oldpassword": "wrong", "password1": NEW})
    assert "当前密码不对" in refused.content.decode()
    done = client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW})
    assert done.status_code == 302
    mei.refresh_from_db()
    assert mei.check_password(NEW)
    assert "密码刚刚被修改" in mailoutbox[-1].body
    assert client.get("/accounts/password/change/").status_code == 200  # still signed in here
