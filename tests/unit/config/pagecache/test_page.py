import gzip

import brotli
import pytest

from config.pagecache.page import Page, encoding_of

BODY = "跟帖".encode() * 500


def ask(page, **environ):
    status, headers, body = page.answer({"REQUEST_METHOD": "GET", **environ})
    return status, dict(headers), b"".join(body)


@pytest.fixture
def page():
    return Page("200 OK", [("Content-Type", "text/html"), ("Vary", "Cookie"), ("Content-Length", "9")], BODY, ["lists"])


@pytest.mark.parametrize(
    ("accepts", "unpack"),
    [("br, gzip", brotli.decompress), ("gzip", gzip.decompress), ("", bytes), ("gzip;q=0", bytes), ("identity", bytes)],
)
def test_each_browser_gets_what_it_can_read(page, accepts, unpack):
    status, headers, body = ask(page, HTTP_ACCEPT_ENCODING=accepts)
    assert status == "200 OK"
    assert unpack(body) == BODY
    assert headers["Content-Length"] == str(len(body))
    assert headers["Vary"] == "Cookie, Accept-Encoding"


def test_a_browser_that_has_the_page_is_told_so(page):
    status, headers, body = ask(page, HTTP_IF_NONE_MATCH=page.etag)
    assert (status, body) == ("304 Not Modified", b"")
    assert headers["ETag"] == page.etag


def test_head_has_the_headers_and_no_body(page):
    status, headers, body = ask(page, REQUEST_METHOD="HEAD")
    assert (status, body) == ("200 OK", b"")
    assert headers["Content-Length"] == str(len(BODY))


def test_browsers_ask_again_each_time(page):
    assert ask(page)[1]["Cache-Control"] == "private, no-cache"


def test_a_weighted_coding_is_accepted():
    assert encoding_of("br;q=0.5") == "br"
    assert encoding_of("br; q=0") == "identity"


@pytest.mark.parametrize(("kind", "thread"), [("text/html; charset=utf-8", 7), ("image/png", None)])
def test_who_is_given_a_thread_s_picture_or_feed_has_not_read_it(kind, thread):
    assert Page("200 OK", [("Content-Type", kind)], BODY, ["thread-7"]).thread == thread
