"""Who is signed in, remembered by each worker until the account changes."""

from copy import copy
from functools import cache

from allauth.account.auth_backends import AuthenticationBackend
from django.core.cache import caches
from django.db import connection

from accounts.models import User

_COLUMNS = [field.attname for field in User._meta.concrete_fields]
_RIGHTS = (User.groups, User.user_permissions)


class Accounts(AuthenticationBackend):
    """allauth's backend; reading the same account and its permissions again costs no query."""

    def get_user(self, user_id):
        """The account, or None where it is gone or banned."""
        user = caches["memory"].recall(("person", user_id), lambda: self._ask(user_id), shows=[name_of(user_id)])
        return copy(user)

    def _ask(self, user_id):
        with connection.cursor() as cursor:
            cursor.execute(_worded(), [user_id])
            row = cursor.fetchone()
        user = row and User.from_db("default", _COLUMNS, row[:-1])
        if not user or not self.user_can_authenticate(user):
            return None
        if not row[-1]:
            user._perm_cache = user._user_perm_cache = user._group_perm_cache = frozenset()
        elif caches["memory"].is_open:
            user.get_all_permissions()  # kept on the account
        return user


@cache
def _worded():
    """The account and whether it can have any permission, by rank, from a group or given to it alone; few can."""
    many = [f"exists(select from {rights.through._meta.db_table} where user_id = account.id)" for rights in _RIGHTS]
    columns = ", ".join(f"account.{name}" for name in _COLUMNS)
    return f"select {columns}, is_superuser or {' or '.join(many)} from {User._meta.db_table} account where id = %s"


def name_of(user_id):
    """What is told when this account changes."""
    return f"person-{user_id}"
