"""Who may sign in to the demo, and where it is refused."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from forum.models import Thread

PASSWORD = "一年有四季-88"


def make(**options):
    call_command("demo", stdout=StringIO(), **options)


def test_a_real_site_must_choose_the_password(db, settings):
    settings.DEMO_PASSWORD = ""
    with pytest.raises(CommandError, match="--password"):
        make()
    with pytest.raises(CommandError):
        make(password="12345")
    assert not get_user_model().objects.exists()
    make(password=PASSWORD)
    assert authenticate(None, username="老周", password=PASSWORD)


def test_a_member_of_the_moderators_name_is_not_made_one(db):
    get_user_model().objects.create_user("老周", "zhou@example.org", PASSWORD)
    with pytest.raises(CommandError, match="Nothing was written"):
        make()
    assert not Thread.objects.exists() and get_user_model().objects.count() == 1
