"""Tests: a fast hasher, mail kept in memory, one database server for the session."""

import django

from config import embedded
from config.settings.base import *  # noqa: F403
from config.settings.base import CACHES, DATA_DIR, env

DEBUG = False
SECRET_KEY = "only-for-tests-" + "0" * 40
DEMO_PASSWORD = "gentie-demo"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http://localhost
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PROOF_OF_WORK = env.number("PROOF_OF_WORK", 0)
SMS_SENDER = "tests.sms.KeptSender"
DATABASES = {"default": env.database(embedded.database_url(DATA_DIR / "test"), pool=False)}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {**CACHES, "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
MEDIA_ROOT = DATA_DIR / "test" / "media"

STATIC_ROOT = None  # files are served from where they are written
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

if django.VERSION >= (6, 1):
    MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
else:
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
