"""The real site: refuses to start without a secret key, its host names and a database."""

import django
from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403
from config.settings.base import ACCOUNT_LOGIN_METHODS, ACCOUNT_SIGNUP_FIELDS, SMS_SENDER, env

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the site's hosts, separated by commas")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS]
DATABASES = {"default": env.database(env.secret("DATABASE_URL"))}

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.number("TRUSTED_PROXIES", 0) else None
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

if not SMS_SENDER:  # without a gateway there is no door for phone numbers either
    ACCOUNT_LOGIN_METHODS = ACCOUNT_LOGIN_METHODS - {"phone"}
    ACCOUNT_SIGNUP_FIELDS = [field for field in ACCOUNT_SIGNUP_FIELDS if field != "phone"]

if not env.text("OIDC_URL", "https://").startswith("https://"):
    raise ImproperlyConfigured("OIDC_URL must start with https://: who signs in is said there")

_mail = {
    "host": env.text("MAIL_HOST", "localhost"),
    "port": env.number("MAIL_PORT", 25),
    "username": env.text("MAIL_USER"),
    "password": env.secret("MAIL_PASSWORD") if env.text("MAIL_USER") else "",
    "use_tls": env.flag("MAIL_TLS"),
}
if django.VERSION >= (6, 1):
    MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": _mail}}
else:
    EMAIL_HOST, EMAIL_PORT = _mail["host"], _mail["port"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS = _mail["username"], _mail["password"], _mail["use_tls"]
