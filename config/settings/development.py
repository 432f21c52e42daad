"""A laptop: no secrets, mail on the terminal, the embedded database unless DATABASE_URL says otherwise."""

import django

from config import embedded
from config.settings.base import *  # noqa: F403
from config.settings.base import DATA_DIR, DEMO_IDENTITY_PROVIDER, env

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = "only-for-development-" + "0" * 40
DEMO_PASSWORD = "gentie-demo"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http://localhost
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver", *env.words("ALLOWED_HOSTS")]
IDENTITY_PROVIDER = env.text("IDENTITY_PROVIDER", DEMO_IDENTITY_PROVIDER)
SMS_SENDER = "accounts.sms.ConsoleSender"
DATABASES = {"default": env.database(embedded.database_url(DATA_DIR))}

STATIC_ROOT = None  # files are served from where they are written
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

if django.VERSION >= (6, 1):
    MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
