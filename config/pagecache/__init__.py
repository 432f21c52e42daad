"""Visitors' pages, finished and in memory, answered before Django is asked.

    application = in_front_of(get_wsgi_application())

A page is kept when Django's answer says which words it shows (the header ``X-Shows``, set by
``forum.views.ready``), sets no cookie and is a plain 200. A verb that changes those words sends
``NOTIFY``; every process hears it and forgets the pages at once. A process that cannot hear serves
nothing from memory until it can again.

The second time the very same thing is asked, nothing is parsed any more: what was asked, as it came over the wire,
leads straight to the finished answer (``ready``).
"""

from time import monotonic

from django.conf import settings
from django.db import connections

from config.pagecache import memory
from config.pagecache.ear import Ear
from config.pagecache.flight import Flight
from config.pagecache.page import Page
from config.pagecache.ready import Ready, as_asked
from config.pagecache.shelf import Shelf
from config.pagecache.views import Folder, count_view

__all__ = ["PageCache", "in_front_of"]

_SHOWS = "X-Shows"  # internal: never leaves this process
_JUST_WROTE = "wrote=1"  # a cookie for seconds: whoever has written reads from the database, not from any memory
_SECONDS = 2
_PERSONAL = ("sessionid=", "csrftoken=", "messages=", "wrote=")
_DISPLAY = ("theme=", "lang=", "script=")
_READS = ("GET", "HEAD")
_CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"}
_MOST_UNKEPT = 10_000
_NEVER = ("/static/", "/media/", "/admin/", "/accounts/")


def in_front_of(application):
    """The site's application: the page cache before Django, listening to the site's database."""
    shelf = Shelf(settings.PAGE_CACHE_MB * 1024 * 1024, settings.PAGE_CACHE_SECONDS)
    parameters = connections["default"].get_connection_params()
    wanted = {"dbname", "user", "password", "host", "port", "service", "options", "sslmode", "sslrootcert"}
    ear = Ear({name: value for name, value in parameters.items() if name in wanted}, shelf, memory.shelf)
    ear.start()
    memory.listen(lambda: ear.hears)
    Folder().start()
    return PageCache(application, shelf, ear, on_view=count_view)


class PageCache:
    """A WSGI application in front of another."""

    def __init__(self, application, shelf, ear, on_view=None):
        self.application = application
        self.shelf = shelf
        self.ear = ear
        self.on_view = on_view  # called as on_view(environ, thread) for every thread's page given to a reader
        self.ready = Ready(shelf)
        self.flights = Flight()
        self._unkept = set()

    def __call__(self, environ, start_response):
        asked, now = as_asked(environ), monotonic()
        answer = self.ready.answers.get(asked)
        if answer is None or now > answer[0] or now > self.ear.trusted_until:
            return self._answer(asked, environ, start_response)
        _until, page, thread, status, headers, body = answer
        page.used = now
        if thread and self.on_view:
            self.on_view(environ, thread)
        start_response(status, headers)
        return body

    def _answer(self, asked, environ, start_response):
        """The long way: everything is looked at; what may be asked again just so is made ready."""
        if environ["REQUEST_METHOD"] not in _READS or monotonic() > self.ear.trusted_until:
            return self._pass_on(environ, start_response)
        cookies = environ.get("HTTP_COOKIE", "")
        if cookies and any(name in cookies for name in _PERSONAL):
            return self._pass_on(environ, start_response)
        key = _key(environ, cookies)
        page = self.shelf.get(key)
        if page is None:
            if environ["PATH_INFO"].startswith(_NEVER) or "HTTP_AUTHORIZATION" in environ:
                return self._pass_on(environ, start_response)
            page = self._make(key, environ)
        if not isinstance(page, Page):
            status, headers, body = page  # an answer nobody may keep
        else:
            status, headers, body = page.answer(environ)
            thread = page.thread if environ["REQUEST_METHOD"] == "GET" else None
            if thread and self.on_view:
                self.on_view(environ, thread)
            self.ready.keep(asked, key, page, thread, (status, headers, body))
        start_response(status, headers)
        return body

    def _make(self, key, environ):
        """Render a missing page once, however many ask for it at the same moment.

        What turned out not to be keepable (search, a 404) is not waited for: it is made for each who asks.
        """
        if key in self._unkept:
            return self._render(key, environ)
        with self.flights.of(key):
            return self.shelf.get(key) or self._render(key, environ)

    def _render(self, key, environ):
        began = self.shelf.now()
        status, headers, body = _ask(self.application, _unconditional(environ))
        shows = next((value for name, value in headers if name == _SHOWS), None)
        headers = [(name, value) for name, value in headers if name != _SHOWS]
        if shows is None or not status.startswith("200 ") or any(name == "Set-Cookie" for name, _value in headers):
            self._remember_unkept(key)
            return status, headers, [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
        self._unkept.discard(key)
        page = Page(status, headers, body, shows.split())
        self.shelf.put(key, page, began)
        return page

    def _remember_unkept(self, key):
        if len(self._unkept) >= _MOST_UNKEPT:
            self._unkept.clear()
        self._unkept.add(key)

    def _pass_on(self, environ, start_response):
        """Django's own answer; its internal header stays here. Who writes is marked, for seconds."""
        writes = environ["REQUEST_METHOD"] not in _READS

        def start(status, headers, exc_info=None):
            headers = [pair for pair in headers if pair[0] != _SHOWS]
            return start_response(status, [*headers, *_marks(environ)] if writes else headers, exc_info)

        if _JUST_WROTE in environ.get("HTTP_COOKIE", ""):
            with memory.aside():
                return self.application(environ, start)
        return self.application(environ, start)


def _key(environ, cookies):
    """What a visitor's page depends on: host and scheme, path and query, and the three display cookies."""
    display = ()
    if cookies:
        display = tuple(sorted(part for part in cookies.replace(" ", "").split(";") if part.startswith(_DISPLAY)))
    return (
        environ.get("HTTP_HOST"),
        environ.get("HTTP_X_FORWARDED_PROTO"),
        environ["PATH_INFO"],
        environ.get("QUERY_STRING", ""),
        display,
        environ.get("HTTP_HX_REQUEST"),
    )


def _unconditional(environ):
    """The request for the whole page: what this browser has already is asked of the page once it is made."""
    return {name: value for name, value in environ.items() if name not in _CONDITIONS} | {"REQUEST_METHOD": "GET"}


def _marks(environ):
    https = "https" in (environ.get("wsgi.url_scheme"), environ.get("HTTP_X_FORWARDED_PROTO"))
    secure = "; Secure" if https else ""
    return [("Set-Cookie", f"{_JUST_WROTE}; Max-Age={_SECONDS}; Path=/; HttpOnly; SameSite=Lax{secure}")]


def _ask(application, environ):
    answer = []

    def start(status, headers, exc_info=None):
        answer[:] = [status, headers]

    body = application(environ, start)
    try:
        return answer[0], answer[1], b"".join(body)
    finally:
        if hasattr(body, "close"):
            body.close()
