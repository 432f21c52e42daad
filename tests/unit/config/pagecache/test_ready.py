"""The short way gives what the long way would, and knows nothing longer than the shelf does."""

from math import inf
from types import SimpleNamespace

import brotli
import pytest

from config.pagecache import PageCache, ready
from config.pagecache.shelf import Shelf
from tests.unit.config.pagecache.test_pagecache import Django, get

LONG = "跟帖" * 500


class Talkative(Django):
    """Answers with more than is too little to compress, another each time."""

    def __call__(self, environ, start_response):
        (said,) = super().__call__(environ, start_response)
        return [said + LONG.encode()]


class Front(PageCache):
    """A page cache that remembers whom it gave a thread, and which way it went."""

    def __init__(self, django=None, size=1_000_000, life=60):
        self.views, self.long_ways = [], 0
        super().__init__(django or Talkative(), Shelf(size, life), SimpleNamespace(trusted_until=inf), self._view)

    def _view(self, environ, thread):
        self.views.append((environ["REQUEST_METHOD"], thread))

    def _answer(self, *about):
        self.long_ways += 1
        return super()._answer(*about)


@pytest.fixture
def front():
    return Front()


def raw(front, path="/threads/1/", **environ):
    told = []
    about = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": "a", **environ}
    body = front(about, lambda status, headers, exc_info=None: told.extend([status, headers]))
    return told[0], told[1], b"".join(body)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"REQUEST_METHOD": "HEAD"},
        {"HTTP_ACCEPT_ENCODING": "gzip, br"},
        {"HTTP_IF_NONE_MATCH": "*"},
        {"HTTP_COOKIE": "lang=en; a=b"},
        {"QUERY_STRING": "sort=hot"},
    ],
)
def test_the_second_answer_is_the_first_without_the_way(front, environ):
    first = raw(front, **environ)
    assert raw(front, **environ) == raw(front, **environ) == first
    assert front.long_ways == 1


def test_each_form_is_its_own(front):
    plain, packed, has = {}, {"HTTP_ACCEPT_ENCODING": "br"}, {"HTTP_IF_NONE_MATCH": "*"}
    for _ in range(2):
        assert raw(front, **plain)[2] == brotli.decompress(raw(front, **packed)[2])
        assert raw(front, **has)[0] == "304 Not Modified"
        assert raw(front, REQUEST_METHOD="HEAD")[2] == b""
    assert front.application.asked == 1


@pytest.mark.parametrize("name", ["thread-1", "lists", "all"])
def test_a_word_forgets_every_form(front, name):
    forms = [{}, {"HTTP_ACCEPT_ENCODING": "br"}, {"HTTP_IF_NONE_MATCH": "x"}, {"HTTP_COOKIE": "b=1"}]
    for form in forms:
        raw(front, **form), raw(front, **form)
    front.shelf.forget(name)
    assert not front.ready.answers
    for form in forms:
        body = raw(front, **form)[2]
        assert (brotli.decompress(body) if "HTTP_ACCEPT_ENCODING" in form else body).startswith(b"answer 2")


def test_what_was_forgotten_while_it_was_made_is_not_made_ready(front):
    django = front.application

    def touched(environ, start_response):
        body = django(environ, start_response)
        front.shelf.forget("thread-1")
        return body

    front.application = touched
    raw(front), raw(front)
    assert django.asked == 2
    assert not front.ready.answers


def test_nothing_is_given_while_nobody_listens(front):
    raw(front), raw(front)
    front.ear.trusted_until = 0
    assert raw(front)[2].startswith(b"answer 2")


def test_nothing_is_given_past_its_life():
    front = Front(life=-1)
    raw(front)
    assert raw(front)[2].startswith(b"answer 2")


def test_a_cookie_of_somebodys_goes_the_long_way(front):
    raw(front), raw(front, HTTP_COOKIE="sessionid=a"), raw(front, HTTP_COOKIE="sessionid=a")
    assert front.application.asked == 3


def test_every_reading_is_a_view_and_no_asking_for_the_head(front):
    for environ in ({}, {}, {"REQUEST_METHOD": "HEAD"}, {"REQUEST_METHOD": "HEAD"}, {"HTTP_IF_NONE_MATCH": "*"}):
        raw(front, **environ)
    assert front.views == [("GET", 1)] * 3


def test_a_page_read_the_short_way_is_recently_used():
    page = Front()
    raw(page)
    size = next(iter(page.shelf._pages.values())).size
    front = Front(size=5 * size)
    for path in "abc":
        raw(front, path)
    raw(front, "a")
    for path in "def":
        raw(front, path)
    asked = front.application.asked
    assert raw(front, "a")[2].startswith(b"answer 1")
    assert front.application.asked == asked
    raw(front, "b")
    assert front.application.asked == asked + 1


def test_what_is_ready_is_bounded(front, monkeypatch):
    monkeypatch.setattr(ready, "_MOST", 3)
    for number in range(10):
        raw(front, HTTP_COOKIE=f"a={number}")
    raw(front, HTTP_COOKIE="a=" + 1000 * "b")
    assert [asked[5] for asked in front.ready.answers] == ["a=7", "a=8", "a=9"]
    (page,) = front.shelf._pages.values()
    assert page.asked == front.ready.answers.keys()


def test_a_page_that_leaves_takes_its_answers_along():
    front = Front(size=40_000)
    for number in range(50):
        raw(front, f"/{number}")
    assert {answer[1] for answer in front.ready.answers.values()} == set(front.shelf._pages.values())


def test_an_error_is_made_each_time():
    front = Front(Django("404 Not Found"))
    get(front), get(front)
    assert front.long_ways == 2
    assert not front.ready.answers
