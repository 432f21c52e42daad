"""A real OpenID Connect provider on 127.0.0.1: another library's, in a process of its own, spoken to over HTTP."""

import contextlib
import json
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from config.processes import spawn_tied, stop

ROOT = Path(__file__).parents[1]
PATIENCE = 30  # seconds until it must have answered once
# The library's own frame fetches a style sheet from elsewhere.
_FRAME = "<!doctype html><title>P</title><link rel=icon href=data:,>{% block content %}{{ content }}{% endblock %}"


@contextlib.contextmanager
def provider():
    """For the length of the block; yields its issuer."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    # How it signs and stores is its own; that plain http is no danger on 127.0.0.1 it must be told.
    environment = {**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1", "PYTHONWARNINGS": "ignore"}
    child = spawn_tied([sys.executable, "-m", "tests.oidc", str(port)], cwd=ROOT, env=environment)
    try:
        _wait(f"http://127.0.0.1:{port}", child)
        yield f"http://127.0.0.1:{port}"
    finally:
        stop([child])


def introduce(issuer, sub, **claims):
    """Somebody has an account there; the claims are what it tells of them."""
    request = urllib.request.Request(f"{issuer}/users/{sub}", json.dumps(claims).encode(), method="PUT")
    request.add_header("Content-Type", "application/json")
    urllib.request.urlopen(request, timeout=5).close()


def consent(address, sub="", **answer):
    """What somebody answers on the provider's page, without a browser: the query it sends back to us."""
    body = urlencode(answer or {"sub": sub}).encode()
    try:
        _still.open(urllib.request.Request(address, body, method="POST"), timeout=5).close()
    except urllib.error.HTTPError as redirect:
        return {name: values[0] for name, values in parse_qs(urlsplit(redirect.headers["Location"]).query).items()}
    raise AssertionError("the provider sent nobody back")


class _Still(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args):
        return None


_still = urllib.request.build_opener(_Still)


def _wait(url, child):
    deadline = time.monotonic() + PATIENCE
    while child.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{url}/.well-known/openid-configuration", timeout=5).close()
            return
        time.sleep(0.1)
    raise AssertionError("The provider does not answer")


def _serve(port):
    from jinja2 import ChoiceLoader, DictLoader
    from oidc_provider_mock import app
    from werkzeug.serving import make_server

    there = app(user_claims=())
    there.jinja_loader = ChoiceLoader([DictLoader({"_base.html": _FRAME}), there.jinja_loader])
    make_server("127.0.0.1", port, there, threaded=True).serve_forever()


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
