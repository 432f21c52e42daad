"""What moderators and the operator do with people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from forum import limits
from forum.actions import people
from forum.models import Decision, Sanction
from forum.rules import Refused, may_moderate, may_speak
from tests.cast import make_moderator

Verb = Decision.Verb


@pytest.fixture
def operator(db):
    return User.objects.create_superuser("站长", "operator@example.org", "x")


def signed():
    return list(Decision.objects.order_by("pk").values_list("verb", flat=True))


def test_a_muted_member_is_told_why_and_until_when(zhou, mei):
    sanction = people.mute(zhou, mei, days=3, reason="刷屏")
    assert sanction.until - timezone.now() > timedelta(days=2, hours=23)
    assert "刷屏" in may_speak(mei).reason
    decision = Decision.objects.get()
    assert (decision.verb, decision.user, decision.reason) == (Verb.MUTE, mei, "刷屏")
    assert decision.detail


@pytest.mark.parametrize("days", [0, -1, limits.MUTE_LONGEST_DAYS + 1])
def test_a_mute_has_a_sensible_length(zhou, mei, days):
    with pytest.raises(Refused, match="天"):
        people.mute(zhou, mei, days=days, reason="刷屏")
    assert not Sanction.objects.exists()


def test_a_mute_without_a_reason_is_none(zhou, mei):
    with pytest.raises(Refused):
        people.mute(zhou, mei, days=3, reason=" ")
    assert not Sanction.objects.exists()


def test_lifting_a_mute_lifts_all_of_them_and_twice_is_once(zhou, mei):
    people.mute(zhou, mei, days=3, reason="刷屏")
    people.mute(zhou, mei, days=30, reason="又刷屏")
    assert people.unmute(zhou, mei, reason="已认识到")
    assert not people.unmute(zhou, mei, reason="已认识到")
    assert may_speak(mei)
    assert signed() == [Verb.MUTE, Verb.MUTE, Verb.UNMUTE]


def test_moderators_mute_neither_themselves_nor_each_other(zhou, operator):
    for colleague in (zhou, make_moderator("老吴"), operator):
        with pytest.raises(Refused, match="版主"):
            people.mute(zhou, colleague, days=1, reason="不合")


def test_a_banned_member_is_out_at_once_and_may_come_back(zhou, mei, client_of):
    browser = client_of(mei)
    assert browser.get("/favourites/").status_code == 200
    assert people.ban(zhou, mei, reason="诈骗")
    assert browser.get("/favourites/").status_code == 302
    assert not people.ban(zhou, mei, reason="诈骗")
    assert people.unban(zhou, mei, reason="误封")
    assert not people.unban(zhou, mei, reason="误封")
    mei.refresh_from_db()
    assert mei.is_active
    assert signed() == [Verb.BAN, Verb.UNBAN]


def test_moderators_ban_neither_themselves_nor_each_other(zhou, operator):
    for colleague in (zhou, make_moderator("老吴"), operator):
        with pytest.raises(Refused, match="版主"):
            people.ban(zhou, colleague, reason="不合")


@pytest.mark.parametrize("verb", [people.ban, people.unban, people.unmute])
def test_members_may_not(mei, lin, verb):
    with pytest.raises(Refused):
        verb(mei, lin, reason="我想")
    assert not signed()


def test_members_may_not_mute(mei, lin):
    with pytest.raises(Refused):
        people.mute(mei, lin, days=1, reason="我想")


def test_the_operator_makes_moderators_and_releases_them(operator, mei, zhou):
    assert people.appoint(operator, mei, reason="热心公道")
    assert not people.appoint(operator, mei, reason="热心公道")
    assert may_moderate(User.objects.get(pk=mei.pk))
    assert people.release(operator, mei, reason="任期已满")
    assert not people.release(operator, mei, reason="任期已满")
    assert not may_moderate(User.objects.get(pk=mei.pk))
    assert signed() == [Verb.APPOINT, Verb.RELEASE]


@pytest.mark.parametrize("verb", [people.appoint, people.release])
def test_moderators_do_not_make_moderators(zhou, mei, verb):
    with pytest.raises(Refused, match="站长"):
        verb(zhou, mei, reason="好朋友")


def test_the_operator_needs_no_office(operator):
    with pytest.raises(Refused):
        people.appoint(operator, operator, reason="自己")


def test_a_missing_group_is_said_plainly(operator, zhou, mei):
    zhou.groups.all().delete()
    with pytest.raises(Refused, match="版主"):
        people.appoint(operator, mei, reason="热心公道")
