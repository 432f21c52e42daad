"""Addresses: seen by few, with a reason; forgotten after their term."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from accounts.models import User
from forum.actions.origins import forget_origins, see_origin
from forum.models import Decision, Origin
from forum.rules import Refused


@pytest.fixture
def inspector(zhou):
    """A moderator who also holds forum.view_origin."""
    zhou.user_permissions.add(Permission.objects.get(codename="view_origin"))
    return User.objects.get(pk=zhou.pk)


def test_looking_at_an_address_is_written_down(inspector, make_reply):
    reply = make_reply(ip="61.139.2.69")
    assert see_origin(inspector, reply, reason="疑似诈骗").ip == "61.139.2.69"
    decision = Decision.objects.get()
    assert (decision.verb, decision.reply, decision.moderator) == (Decision.Verb.ORIGIN, reply, inspector)


def test_a_forgotten_address_is_none(inspector, make_thread):
    thread = make_thread()
    Origin.objects.all().delete()
    assert see_origin(inspector, thread, reason="疑似诈骗") is None


def test_moderating_is_not_enough(zhou, make_reply):
    with pytest.raises(Refused):
        see_origin(zhou, make_reply(), reason="好奇")
    assert not Decision.objects.exists()


def test_without_a_reason_nothing_is_shown(inspector, make_reply):
    with pytest.raises(Refused):
        see_origin(inspector, make_reply(), reason="")


def test_addresses_are_forgotten_after_their_term_and_labels_stay(make_reply):
    old, new = make_reply(), make_reply()
    Origin.objects.filter(reply=old).update(created_at=timezone.now() - timedelta(days=181))
    assert forget_origins() == 1
    old.refresh_from_db()
    assert old.region == "四川"
    assert Origin.objects.filter(reply=new).exists()
