"""Who is signed in, remembered by each worker until the account changes."""

from copy import copy

from allauth.account.auth_backends import AuthenticationBackend
from django.core.cache import caches


class Accounts(AuthenticationBackend):
    """allauth's backend; reading the same account and its permissions again costs no query."""

    def get_user(self, user_id):
        """The account, or None where it is gone or banned."""
        user = caches["memory"].recall(("person", user_id), lambda: self._ask(user_id), shows=[name_of(user_id)])
        return copy(user)

    def _ask(self, user_id):
        user = super().get_user(user_id)
        if user and caches["memory"].is_open:
            user.get_all_permissions()  # kept on the account
        return user


def name_of(user_id):
    """What is told when this account changes."""
    return f"person-{user_id}"
