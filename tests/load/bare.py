"""The least a WSGI server can be asked: what the others are measured against."""

_HEADERS = [("Content-Type", "text/plain"), ("Content-Length", "2")]


def application(environ, start_response):
    """Two bytes."""
    start_response("200 OK", _HEADERS)
    return [b"ok"]
