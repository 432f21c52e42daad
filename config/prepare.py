"""A database ready to be served: migrated and, when nobody has been here yet, with the demo community."""

import io
import os
import sys

import django
import psycopg

from config.processes import CannotStart


def main():
    """Bring the database up to date; safe to say again at every start. What is printed is for `make run` to tell."""
    _refuse_if_silent(os.environ.get("DATABASE_URL"))
    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("check", databases=["default"], stdout=io.StringIO())  # warnings go to standard error
    if not get_user_model().objects.exists():
        print("Making the demo community …", file=sys.stderr, flush=True)
        call_command("demo", stdout=io.StringIO())
    _tell_accounts(get_user_model())


def _tell_accounts(users):
    from django.conf import settings

    from forum.actions.demo import SIGNING_IN

    there = users.objects.filter(username__in=SIGNING_IN).values_list("username", flat=True)
    if there and settings.DEMO_PASSWORD:
        print(f"accounts: {', '.join(there)}; password: {settings.DEMO_PASSWORD}")


def _refuse_if_silent(url):
    try:
        if url:
            psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        reason = " ".join(str(error).split())
        raise CannotStart(f"The database that DATABASE_URL names does not answer: {reason}") from None


if __name__ == "__main__":
    main()
