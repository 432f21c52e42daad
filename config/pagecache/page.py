"""One finished page in every form a browser may ask for."""

import gzip
import re
import time
from hashlib import blake2b

import brotli

_TOO_SMALL = 200  # bytes; compressing less gains nothing


class Page:
    """A page's bytes and headers, plain and, each made once when first wanted, gzipped and brotli-compressed.

    ``shows`` names what stands on it ("thread-42", "lists"), so that it can be forgotten by name.
    """

    __slots__ = (
        *("_digest", "_kept", "_not_modified", "_status", "_variants"),
        *("asked", "born", "etag", "shows", "size", "thread", "used"),
    )

    def __init__(self, status, headers, body, shows):
        self.shows = frozenset(shows)
        self.thread = _thread_read(self.shows, dict(headers).get("Content-Type", ""))
        self.born = self.used = time.monotonic()
        self.asked = set()  # in which ways it was asked for: see ``ready``
        self._digest = blake2b(body, digest_size=12).hexdigest()
        self.etag = f'W/"{self._digest}"'
        kept = [(name, value) for name, value in headers if name not in {"Content-Length", "ETag", "Cache-Control"}]
        # the browser may keep it but must ask: the answer is a cheap 304
        kept += [("ETag", self.etag), ("Cache-Control", "private, no-cache")]
        self._not_modified = ("304 Not Modified", kept)
        self._status, self._kept = status, kept
        self._variants = {"identity": self._variant("identity", body)}
        self.size = len(body) * 13 // 10 + 2000  # with its compressed forms, which are made when first asked for

    def answer(self, environ):
        """Status, headers and body for this request: 304 when the browser has it, else the best variant it can read."""
        has = environ.get("HTTP_IF_NONE_MATCH")
        if has and (self._digest in has or has == "*"):  # alone, in a list, or made strong by a proxy
            return *self._not_modified, [b""]
        status, headers, body = self._in(encoding_of(environ.get("HTTP_ACCEPT_ENCODING", "")))
        return status, headers, [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]

    def _in(self, encoding):
        variant = self._variants.get(encoding)
        if variant is None:
            body = self._variants["identity"][2]
            if len(body) < _TOO_SMALL:
                return self._variants["identity"]
            variant = self._variants[encoding] = self._variant(encoding, _PACK[encoding](body))
        return variant

    def _variant(self, encoding, body):
        headers = [(key, f"{value}, Accept-Encoding" if key == "Vary" else value) for key, value in self._kept]
        if encoding != "identity":
            headers.append(("Content-Encoding", encoding))
        return self._status, [*headers, ("Content-Length", str(len(body)))], body


def _thread_read(shows, kind):
    """The number of the thread somebody reads who is given this page; a feed or a picture of it is not read."""
    if not kind.startswith("text/html"):
        return None
    return next((int(name[7:]) for name in shows if name.startswith("thread-")), None)


def encoding_of(accepted):
    """br before gzip before plain; a coding refused with q=0 is not used."""
    for name in _PACK if accepted else ():
        if name in accepted and not _refused(name, accepted):
            return name
    return "identity"


def _refused(name, accepted):
    return re.search(rf"{name}\s*;\s*q=0(\.0*)?\s*(,|$)", accepted)


_PACK = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
