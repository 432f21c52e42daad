"""The least a WSGI server can be asked: what the others are measured against."""

import json
import os
from pathlib import Path

_HEADERS = [("Content-Type", "text/plain"), ("Content-Length", "2")]
_KEPT = os.environ.get("ANSWER")  # a folder with an answer of the site's: headers.json and body


def application(environ, start_response):
    """Two bytes."""
    start_response("200 OK", _HEADERS)
    return [b"ok"]


if _KEPT:
    _THEIRS = [tuple(pair) for pair in json.loads(Path(_KEPT, "headers.json").read_text())]
    _BODY = Path(_KEPT, "body").read_bytes()


def same(environ, start_response):
    """What the site answers, headers and all, without asking it: as many bytes, and nothing thought about."""
    start_response("200 OK", _THEIRS)
    return [_BODY]
