"""Too many tries: a page that says so, counted in the database that all workers share."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory


@pytest.fixture
def limited(settings, db):
    """The limits of the real site, in the cache of the real site."""
    settings.ACCOUNT_RATE_LIMITS = {}
    shared = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
    settings.CACHES = {**settings.CACHES, "default": shared}
    cache.clear()


def test_guessing_passwords_ends_soon(limited, sign_in, mei):
    for _guess in range(5):
        assert "用户名或密码不对" in sign_in("阿梅", "wrong").content.decode()
    assert "失败次数太多" in sign_in("阿梅", "wrong").content.decode()
    assert "失败次数太多" in sign_in("阿梅").content.decode()  # the right one too: nothing is given away


def test_spelling_the_name_differently_is_no_way_round(limited, sign_in, mei):
    mei.username = "SanMao"
    mei.save()
    for login in ("SanMao", "sanmao", "SANMAO", "ＳanMao", "sanMAO"):
        sign_in(login, "wrong")
    assert "失败次数太多" in sign_in("SanMao", "wrong").content.decode()


def test_asking_for_codes_too_fast_is_a_page_with_429(limited, client, mei):
    answers = [client.post("/accounts/password/reset/", {"email": "mei@example.com"}) for _again in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "<h1" in answers[-1].content.decode()


def test_a_limit_no_view_catches_is_a_429_as_well(rf, db):
    from allauth.core import context
    from allauth.core.exceptions import RateLimited

    from config.middleware import ShowRefusal

    request = RequestFactory().get("/accounts/signup/")
    request.LANGUAGE_CODE = "zh-hans"
    request.session, request.htmx = {}, False
    from django.contrib.auth.models import AnonymousUser

    request.user = AnonymousUser()
    request.allauth = object()
    with context.request_context(request):
        assert ShowRefusal(lambda request: None).process_exception(request, RateLimited()).status_code == 429


def test_the_shared_cache_keeps_more_than_a_busy_minute(settings):
    from config.settings import base

    assert base.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    assert base.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 10_000
