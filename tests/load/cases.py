"""What is measured, each thing under its own name."""

import os
from typing import NamedTuple

_FIRST = int(os.environ.get("PORT") or 8151)
BARE, EMPTY, EMPTY_DEFAULT, SITE, MISSES, SAME, SAME_PACKED = range(_FIRST, _FIRST + 7)  # ports

CSRF = "a" * 32  # a secret, which is a token too
HTTPS = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "61.139.2.69"}  # what the proxy in front says
WORDS = ["%E6%94%AF%E4%BB%98", "%E5%9F%8B%E7%82%B9%E6%96%B9%E6%A1%88", "%E5%A4%8D%E7%9B%98", "UGC"]


GROWING = {  # what must not cost more when there are a thousand times as many replies
    "threads nobody has asked for before, visitor",
    "many threads in turn, member",
    "home, visitor, miss",
    "search, a page of results",
}


class Case(NamedTuple):
    """One row of the table: these paths in turn, at this server, by visitors or by these sessions."""

    name: str
    port: int
    paths: list
    headers: dict = {}
    sessions: tuple = ()
    connections: int = 16


def cases(threads, member):
    """All reading; ``threads`` is what ``tests.load.stage`` filled, ``member`` a cookie of somebody signed in."""
    twenty, fifty = f"/threads/{threads.twenty[0]}/", f"/threads/{threads.fifty}/"
    many = [f"/threads/{pk}/" for pk in threads.twenty]
    packed = {**HTTPS, "Accept-Encoding": "gzip, deflate, br, zstd"}  # as browsers ask
    signed_in = {**HTTPS, "Cookie": member}
    return [
        Case("bare WSGI function", BARE, ["/"]),
        Case("bare function giving the thread's page, brotli", SAME_PACKED, ["/"], packed),
        Case("bare function giving the thread's page, plain", SAME, ["/"], HTTPS),
        Case("Django's empty view, no middleware", EMPTY, ["/"]),
        Case("Django's empty view, default middleware", EMPTY_DEFAULT, ["/"]),
        Case("thread, 20 replies, visitor, hit, brotli", SITE, [twenty], packed),
        Case("thread, 20 replies, visitor, hit, plain", SITE, [twenty], HTTPS),
        Case("thread, 50 replies, visitor, hit, brotli", SITE, [fifty], packed),
        Case("thread, 20 replies, visitor, miss", MISSES, [twenty], HTTPS),
        Case("thread, 50 replies, visitor, miss", MISSES, [fifty], HTTPS),
        Case("threads nobody has asked for before, visitor", MISSES, many, HTTPS),
        Case("thread, 20 replies, member", SITE, [twenty], signed_in),
        Case("many threads in turn, member", SITE, many[:200], signed_in),
        Case("home, visitor, hit, brotli", SITE, ["/"], packed),
        Case("home, visitor, miss", MISSES, ["/"], HTTPS),
        Case("home, member", SITE, ["/"], signed_in),
        Case("search, a page of results", SITE, [f"/search/?q={word}" for word in WORDS], HTTPS),
    ]
