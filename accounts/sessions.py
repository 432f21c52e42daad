"""Sessions stand in the database and are remembered by each worker until they change anywhere."""

from copy import deepcopy
from hashlib import blake2b

from django.contrib.sessions.backends import db
from django.core.cache import caches
from django.db import connection
from django.utils import timezone


class SessionStore(db.SessionStore):
    """Django's sessions in the database; reading one again costs no query, signing out holds in every process."""

    def load(self):
        """The session's data; an unknown, ended or forged key is an empty session."""
        key = self.session_key
        kept = caches["memory"].recall(("session", key), self._ask, shows=[_name(key)]) if key else None
        if not kept or kept[0] <= timezone.now():
            self._session_key = None
            return {}
        return deepcopy(kept[1])

    def save(self, must_create=False):
        super().save(must_create)
        caches["memory"].tell(_name(self.session_key))
        caches["memory"].forget(_name(self.session_key))  # allauth saves, loads and saves again in one request

    def delete(self, session_key=None):
        super().delete(session_key)
        if key := session_key or self.session_key:
            caches["memory"].tell(_name(key))

    def _ask(self):
        """Worded here: it is asked for every page of everybody who is signed in."""
        table = connection.ops.quote_name(self.model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(f"select expire_date, session_data from {table} where session_key = %s", [self.session_key])
            row = cursor.fetchone()
        return (row[0], self.decode(row[1])) if row else None

    @classmethod
    def get_model_class(cls):
        from django.contrib.sessions.models import Session

        return Session


def _name(key):
    """What other processes are told: a digest, for whoever holds the key is signed in."""
    return f"session-{blake2b(key.encode(), digest_size=12).hexdigest()}"
