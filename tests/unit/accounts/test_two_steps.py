"""Two-step sign-in: a code from the authenticator, or a recovery code, after the password."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache

from tests.cast import PASSWORD

ACTIVATE = "/accounts/2fa/totp/activate/"


@pytest.fixture(autouse=True)
def nothing_used_yet():
    """A code is good once, and the cache remembers it."""
    cache.clear()


@pytest.fixture
def at_home(client, sign_in, mei):
    """阿梅's browser, in which she has just said once more who she is."""
    sign_in("阿梅")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.fixture
def secret(at_home):
    """She has switched two steps on; the secret in her app."""
    page = at_home.get(ACTIVATE).content.decode()
    (secret,) = re.findall(r'value="([A-Z2-7]{32})"', page)
    assert at_home.post(ACTIVATE, {"code": now(secret)})["Location"] == "/accounts/2fa/recovery-codes/"
    cache.clear()
    return secret


def now(secret):
    """What the app shows."""
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def recovery_code(client):
    page = client.get("/accounts/2fa/recovery-codes/").content.decode()
    return re.search(r"<textarea[^>]*>\s*(\d{8})", page).group(1)


def test_a_wrong_code_switches_nothing_on(at_home, mei):
    at_home.get(ACTIVATE)
    page = at_home.post(ACTIVATE, {"code": "000000"}).content.decode()
    assert 'class="field__error"' in page
    assert not Authenticator.objects.exists()


def test_the_password_alone_no_longer_opens(client, sign_in, secret, mei):
    client.post("/accounts/logout/")
    assert sign_in("阿梅", next="/threads/7/#write")["Location"].startswith("/accounts/2fa/authenticate/")
    assert "_auth_user_id" not in client.session
    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert "_auth_user_id" not in client.session
    wide = now(secret).translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    assert client.post("/accounts/2fa/authenticate/", {"code": wide})["Location"] == "/accounts/2fa/trust/"
    assert client.post("/accounts/2fa/trust/", {"action": "skip"})["Location"] == "/threads/7/#write"
    assert client.session["_auth_user_id"] == str(mei.pk)


def test_a_trusted_browser_is_not_asked_again(client, sign_in, secret):
    client.post("/accounts/logout/")
    sign_in("阿梅")
    client.post("/accounts/2fa/authenticate/", {"code": now(secret)})
    client.post("/accounts/2fa/trust/", {"action": "trust"})
    client.post("/accounts/logout/")
    assert sign_in("阿梅")["Location"] == "/"


def test_a_code_is_good_once(client, sign_in, secret):
    code = now(secret)
    for opened in (True, False):
        client.post("/accounts/logout/")
        sign_in("阿梅")
        answer = client.post("/accounts/2fa/authenticate/", {"code": code})
        assert (answer.status_code == 302) is opened


def test_a_recovery_code_opens_once(client, sign_in, secret):
    code = recovery_code(client)
    for opened in (True, False):
        client.post("/accounts/logout/")
        sign_in("阿梅")
        answer = client.post("/accounts/2fa/authenticate/", {"code": code})
        assert (answer.status_code == 302) is opened


def test_the_secret_is_locked_in_the_database(secret, mei):
    rows = [row.data for row in Authenticator.objects.filter(user=mei)]
    assert len(rows) == 2
    assert secret not in str(rows)


def test_with_another_secret_key_no_code_fits_and_nothing_breaks(client, sign_in, secret, settings):
    client.post("/accounts/logout/")
    settings.SECRET_KEY = "another-" + "1" * 50
    sign_in("阿梅")
    for code in (now(secret), now("")):
        assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == 200


def test_a_retired_secret_key_still_unlocks(client, sign_in, secret, settings):
    client.post("/accounts/logout/")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-" + "1" * 50
    sign_in("阿梅")
    assert client.post("/accounts/2fa/authenticate/", {"code": now(secret)}).status_code == 302


@pytest.mark.parametrize("page", ["totp/activate", "webauthn/add"])
def test_a_session_left_open_is_asked_who_it_is_first(client_of, mei, page):
    answer = client_of(mei).get(f"/accounts/2fa/{page}/")
    assert answer["Location"].startswith("/accounts/reauthenticate/?next=")


@pytest.mark.parametrize("page", ["totp/deactivate", "recovery-codes/generate", "webauthn/add"])
def test_nothing_is_switched_off_without_saying_who_one_is(secret, client_of, mei, page):
    elsewhere = client_of(mei)
    answer = elsewhere.post(f"/accounts/2fa/{page}/")
    assert "reauthenticate" in answer["Location"]
    assert Authenticator.objects.filter(user=mei).count() == 2


def test_recovery_codes_are_not_shown_to_a_session_left_open(secret, client_of, mei):
    page = client_of(mei).get("/accounts/2fa/recovery-codes/").content.decode()
    assert not re.search(r"\b\d{8}\b", page)
    download = client_of(mei).get("/accounts/2fa/recovery-codes/download/")
    assert download["Location"].startswith("/accounts/reauthenticate/")


def test_every_change_is_mailed(transactional_db, mailoutbox, at_home, request):
    """Mail waits for the commit, so this test commits."""
    request.getfixturevalue("secret")
    at_home.post("/accounts/2fa/recovery-codes/generate/")
    at_home.post("/accounts/2fa/totp/deactivate/")
    subjects = [mail.subject for mail in mailoutbox]
    assert subjects == ["身份验证器已开启", "已生成新的恢复码", "身份验证器已关闭"]
    assert all(mail.to == ["mei@example.com"] and "127.0.0.1" in mail.body for mail in mailoutbox)


def test_the_app_is_told_the_sites_name_and_ones_own(at_home):
    from accounts.second_step import SecondStepAdapter

    request = at_home.get(ACTIVATE).wsgi_request
    from allauth.core import context

    with context.request_context(request):
        told = SecondStepAdapter().build_totp_url(request.user, "A" * 32)
    assert told.startswith("otpauth://totp/%E9%98%BF%E6%A2%85?") and "issuer=%E8%B7%9F%E5%B8%96" in told


def test_a_password_is_changed_only_by_who_knows_it(client_of, mei):
    answer = client_of(mei).post("/accounts/password/change/", {"oldpassword": "wrong", "password1": PASSWORD + "9"})
    assert answer.status_code == 200
    mei.refresh_from_db()
    assert mei.check_password(PASSWORD)
