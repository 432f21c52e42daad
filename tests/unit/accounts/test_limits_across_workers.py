"""Guesses are counted once for all workers: two real servers share one patience."""

import contextlib
import http.cookiejar
import re
import urllib.parse
import urllib.request

import pytest
from django.core.cache import caches
from django.core.management import call_command

from tests.browser.serving import serving
from tests.cast import make_user


@pytest.fixture
def two_sites(transactional_db, tmp_path, settings):
    call_command("createcachetable", "cache", verbosity=0)
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(serving(tmp_path / name, LIMITS="1")) for name in ("one", "two")]


def guess(site, name):
    """The page after a wrong password, by somebody without cookies."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    one_site = {"Host": "localhost"}  # whichever worker answers
    page = browser.open(urllib.request.Request(f"{site}/accounts/login/", headers=one_site)).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    form = urllib.parse.urlencode({"login": name, "password": "wrong", "csrfmiddlewaretoken": token}).encode()
    return browser.open(urllib.request.Request(f"{site}/accounts/login/", form, one_site)).read().decode()


def test_five_guesses_are_five_over_all_workers(two_sites):
    make_user("阿梅")
    pages = [guess(two_sites[turn % 2], "阿梅") for turn in range(6)]
    assert all("用户名或密码不对" in page for page in pages[:5])
    assert "失败次数太多" in pages[5]


def test_the_limits_stand_in_the_cache_of_all(settings):
    from config.settings import base

    assert base.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    assert caches["memory"] is not caches["default"]
