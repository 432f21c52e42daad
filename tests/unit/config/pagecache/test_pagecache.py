import threading
import time
from math import inf
from types import SimpleNamespace

import psycopg
import pytest
from django.db import connection

from config.pagecache import PageCache
from config.pagecache.ear import NAME, Ear
from config.pagecache.shelf import Shelf


class Django:
    """An application that counts how often it was asked."""

    def __init__(self, status="200 OK", headers=(("X-Shows", "thread-1 lists"),), slowly=0):
        self.asked, self.status, self.headers, self.slowly = 0, status, list(headers), slowly

    def __call__(self, environ, start_response):
        self.asked += 1
        time.sleep(self.slowly)
        start_response(self.status, [("Content-Type", "text/html"), *self.headers])
        return [f"answer {self.asked}".encode()]


def cache(application, hears=True, size=1_000_000, life=60, on_view=None):
    ear = SimpleNamespace(trusted_until=inf if hears else 0)
    return PageCache(application, Shelf(size, life), ear, on_view)


def get(cached, path="/threads/1/", **environ):
    told = []
    body = cached(
        {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": "a", **environ},
        lambda status, headers, exc_info=None: told.extend([status, dict(headers)]),
    )
    return SimpleNamespace(status=told[0], headers=told[1], body=b"".join(body).decode())


def test_the_second_visitor_is_answered_from_memory():
    django = Django()
    cached = cache(django)
    assert get(cached).body == get(cached).body == "answer 1"
    assert django.asked == 1


@pytest.mark.parametrize(
    "environ",
    [
        {"REQUEST_METHOD": "POST"},
        {"HTTP_COOKIE": "theme=dark; sessionid=abc"},
        {"HTTP_COOKIE": "csrftoken=abc"},
        {"PATH_INFO": "/admin/"},
        {"PATH_INFO": "/static/x.css"},
    ],
)
def test_what_may_be_personal_goes_to_django_each_time(environ):
    django = Django()
    cached = cache(django)
    for _ in range(2):
        get(cached, **environ)
    assert django.asked == 2


@pytest.mark.parametrize(
    "django",
    [
        Django(headers=[]),
        Django("404 Not Found"),
        Django("302 Found"),
        Django(headers=[("X-Shows", "lists"), ("Set-Cookie", "a=b")]),
    ],
)
def test_errors_cookies_and_unmarked_pages_are_not_kept(django):
    cached = cache(django)
    get(cached), get(cached)
    assert django.asked == 2


def test_the_internal_header_never_leaves():
    for cached in (cache(Django()), cache(Django("404 Not Found")), cache(Django(), hears=False)):
        assert "X-Shows" not in get(cached).headers


@pytest.mark.parametrize(
    "other",
    [
        {"HTTP_HOST": "b"},
        {"QUERY_STRING": "sort=hot"},
        {"HTTP_COOKIE": "theme=dark"},
        {"HTTP_COOKIE": "lang=en"},
        {"HTTP_COOKIE": "script=tw"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ],
)
def test_pages_differ_by_host_query_and_display(other):
    django = Django()
    cached = cache(django)
    get(cached), get(cached, **other)
    assert django.asked == 2


def test_cookies_of_others_make_no_difference():
    django = Django()
    cached = cache(django)
    get(cached, HTTP_COOKIE="a=1; theme=dark"), get(cached, HTTP_COOKIE="theme=dark; b=2")
    assert django.asked == 1


def test_nothing_is_served_from_memory_while_the_ear_is_deaf():
    django = Django()
    cached = cache(django)
    get(cached)
    cached.ear.trusted_until = 0
    get(cached)
    assert django.asked == 2


def test_a_hundred_misses_at_once_render_once():
    django = Django(slowly=0.2)
    cached = cache(django)
    bodies = []
    threads = [threading.Thread(target=lambda: bodies.append(get(cached).body)) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert bodies == ["answer 1"] * 100


def test_head_is_answered_from_the_same_page():
    django = Django()
    cached = cache(django)
    assert get(cached, REQUEST_METHOD="HEAD").body == ""
    assert get(cached).body == "answer 1"
    assert django.asked == 1


@pytest.fixture
def ear(transactional_db):
    shelf = Shelf(1_000_000, 60)
    wanted = {"dbname", "user", "password", "host", "port"}
    parameters = {name: value for name, value in connection.get_connection_params().items() if name in wanted}
    ear = Ear(parameters, shelf)
    ear.start()
    assert eventually(lambda: ear.hears)
    yield ear
    ear.stop()


def eventually(question, seconds=10):
    """Wait until it is so; an event, not a measurement."""
    for _ in range(seconds * 100):
        if question():
            return True
        time.sleep(0.01)
    return False


def test_a_word_from_the_database_forgets_the_page(ear):
    django = Django()
    cached = PageCache(django, ear.shelves[0], ear)
    get(cached)
    connection.cursor().execute("select pg_notify('pages', 'thread-2 thread-1')")
    assert eventually(lambda: get(cached).body == "answer 2")


def test_a_lost_line_makes_deaf_and_the_shelf_starts_empty(ear):
    django = Django()
    cached = PageCache(django, ear.shelves[0], ear)
    get(cached)
    with psycopg.connect(**ear.parameters, autocommit=True) as other:
        other.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = %s", [NAME])
    assert eventually(lambda: not ear.hears)
    assert get(cached).body == "answer 2"
    assert eventually(lambda: ear.hears)
    assert get(cached).body == "answer 3"


def test_what_the_first_browser_has_already_keeps_nobody_from_the_whole_page():
    def django(environ, start_response):
        has = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"} & environ.keys()
        start_response("304 Not Modified" if has else "200 OK", [("X-Shows", "lists")])
        return [b"whole"]

    cached = cache(django)
    first = get(cached, HTTP_IF_NONE_MATCH='"old"', HTTP_IF_MODIFIED_SINCE="Wed, 25 Nov 2026 12:00:00 GMT")
    assert (first.status, first.body) == ("200 OK", "whole")
    assert get(cached, HTTP_IF_NONE_MATCH=first.headers["ETag"]).status == "304 Not Modified"
