"""Read the environment, or fail loudly: a half-understood setting is worse than none."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_FLAGS = {"1": True, "true": True, "0": False, "false": False, "": False}


def text(name, default=""):
    """The variable as written, or the default."""
    return os.environ.get(name, default)


def flag(name, *, default=False):
    """1/true or 0/false; anything else (DEBUG=yes) is refused."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    try:
        return _FLAGS[raw.lower()]
    except KeyError:
        raise ImproperlyConfigured(f"{name} must be 1, true, 0 or false, not {raw!r}") from None


def number(name, default):
    """A whole number, zero or more."""
    raw = os.environ.get(name, str(default))
    if not raw.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {raw!r}")
    return int(raw)


def choice(name, *choices):
    """One of a few words; the first unless the variable says otherwise."""
    raw = os.environ.get(name) or choices[0]
    if raw not in choices:
        raise ImproperlyConfigured(f"{name} must be {' or '.join(choices)}, not {raw!r}")
    return raw


def words(name, default=""):
    """A comma-separated list without empty entries."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name):
    """The value of NAME, or of the file NAME_FILE points to; missing or unreadable is an error."""
    if path := os.environ.get(f"{name}_FILE"):
        try:
            value = Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error.strerror}") from None
    else:
        value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set: put the secret in {name}, or its file's path in {name}_FILE")
    return value


def database(url, *, pool=True):
    """A Django DATABASES entry from postgresql://user:password@host:port/name?option=value.

    ``host`` may also be a socket folder given as ``?host=/folder``.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"DATABASE_URL must start with postgresql://, not {parts.scheme}://")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or unquote(parts.hostname or "")
    if pool:
        options["pool"] = {"min_size": 1, "max_size": number("DATABASE_POOL", 4), "timeout": 2}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(options.pop("port", parts.port or "")),
        "OPTIONS": options,
    }
