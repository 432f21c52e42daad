"""Settings of the server that browsers visit: those of the tests, with mail in files where a test can read it."""

import os

from config.settings.testing import *  # noqa: F403

_MAIL = os.environ["MAIL_DIR"]
_BACKEND = "django.core.mail.backends.filebased.EmailBackend"

if "MAILERS" in globals():
    MAILERS = {"default": {"BACKEND": _BACKEND, "OPTIONS": {"file_path": _MAIL}}}
else:
    EMAIL_BACKEND, EMAIL_FILE_PATH = _BACKEND, _MAIL

if os.environ.get("LIMITS"):  # as on the real site, counted where the real site counts
    from config.settings.base import CACHES  # noqa: F401

    del ACCOUNT_RATE_LIMITS, MFA_RATE_LIMITS  # noqa: F821
