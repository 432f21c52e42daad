"""Members by the thousand, each with a session: who reads signed in, and who posts."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import User
from tests.load.cases import CSRF

PREFIX = "量者"


def members(number):
    """Cookie headers of so many members who have signed in."""
    names = [f"{PREFIX}{place:05}" for place in range(number)]
    User.objects.bulk_create([User(username=name, folded_name=name, password="!") for name in names])
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    rows = []
    for user in User.objects.filter(username__startswith=PREFIX).order_by("id"):
        about = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        key = f"{user.pk:032}"
        rows.append(Session(session_key=key, session_data=store.encode(about), expire_date=_tomorrow()))
    Session.objects.bulk_create(rows)
    return [f"sessionid={row.session_key}; csrftoken={CSRF}" for row in rows]


def _tomorrow():
    return timezone.now() + timedelta(days=1)
