"""The site as it stands behind the server, page cache and memory included, but for the wire: words told inside a
test's transaction are never committed, so they are handed to the shelves directly."""

import io
import sys
from math import inf
from types import SimpleNamespace
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from config.pagecache import PageCache, memory
from config.pagecache.shelf import Shelf

HOST = "127.0.0.1:8000"
TOKEN = "a" * 32


class Stack:
    """The whole application in this process: ``get`` as a visitor or with somebody's cookies."""

    def __init__(self, monkeypatch):
        self.shelf = Shelf(64_000_000, 3600)
        self.django = WSGIHandler()
        self.front = PageCache(self.django, self.shelf, SimpleNamespace(trusted_until=inf))
        memory.shelf.forget("all")
        monkeypatch.setattr(memory, "_hears", [lambda: True])
        monkeypatch.setattr(memory.Memory, "tell", lambda _self, *names: self.hear(*names))

    def hear(self, *names):
        """What the ear would hear."""
        for shelf in (self.shelf, memory.shelf):
            for name in names:
                shelf.forget(name)

    def get(self, path, cookies=""):
        """The answer as a reader gets it."""
        return _ask(self.front, path, cookies)

    def post(self, path, cookies, **fields):
        """The answer to a form sent from the site's own page; the page has had its token by now."""
        form = urlencode({"csrfmiddlewaretoken": TOKEN, **fields})
        return _ask(self.front, path, f"{cookies}; csrftoken={TOKEN}", form)

    def fresh(self, path, cookies=""):
        """The answer rendered anew, with nothing remembered."""
        with memory.aside():
            return _ask(self.django, path, cookies)


def cookies_of(client):
    """What this test client would send."""
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def _ask(application, path, cookies, form=None):
    path, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET" if form is None else "POST",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(form or "")),
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "HTTP_HOST": HOST,
        "HTTP_COOKIE": cookies,
        "REMOTE_ADDR": "61.139.2.69",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO((form or "").encode()),
        "wsgi.errors": sys.stderr,
    }
    for signal in (request_started, request_finished):  # as Django's test client does: the test's connection stays
        signal.disconnect(close_old_connections)
    told = []
    answer = application(environ, lambda status, headers, exc_info=None: told.extend([status, headers]))
    body = b"".join(answer).decode()
    if hasattr(answer, "close"):
        answer.close()
    return SimpleNamespace(status=told[0], headers=told[1], body=body)
