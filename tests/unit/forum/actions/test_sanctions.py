"""Warn, mute, suspend: each with an end and a reason; points fade, reading and appeal remain."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum import limits
from forum.actions import people
from forum.actions.appeals import appeal, grant_appeal
from forum.models import Decision, Sanction
from forum.rules import Refused, may_mark, may_report, may_speak, next_rung
from tests.cast import make_moderator

Verb = Decision.Verb


def test_a_warning_silences_nobody_and_is_told(zhou, mei, make_thread, client_of):
    assert people.warn(zhou, mei, reason="请对事不对人")
    assert may_speak(mei) and may_mark(mei, make_thread())
    assert "请对事不对人" in client_of(mei).get("/decisions/").content.decode()
    assert not Sanction.objects.in_force_for(mei)


def test_the_suspended_read_take_their_data_and_appeal_and_nothing_else(zhou, mei, make_thread, client_of):
    thread = make_thread()
    people.suspend(zhou, mei, days=30, reason="多次人身攻击")
    for ruling in (may_speak(mei), may_mark(mei, thread), may_report(mei, thread)):
        assert "多次人身攻击" in ruling.reason
    assert client_of(mei).get(thread.get_absolute_url()).status_code == 200
    objection = appeal(mei, Decision.objects.get(verb=Verb.SUSPEND), "那不是我")
    assert grant_appeal(make_moderator("老郑"), objection, reason="查实不是")
    assert may_speak(mei)


def test_a_mute_stills_words_only(zhou, mei, make_thread):
    people.mute(zhou, mei, days=3, reason="刷屏")
    assert not may_speak(mei)
    assert may_mark(mei, make_thread())


def test_sanctions_end_by_themselves(zhou, mei):
    people.suspend(zhou, mei, days=1, reason="刷屏")
    Sanction.objects.update(since=timezone.now() - timedelta(days=2), until=timezone.now() - timedelta(days=1))
    assert may_speak(mei)


def test_the_ladder_rises_with_points_and_comes_down_with_time(zhou, mei):
    seen = [next_rung(mei)[1:]]
    for verb in (people.warn, people.mute, people.mute, people.mute):
        verb(zhou, mei, reason="又来", **({} if verb is people.warn else {"days": 3}))
        seen.append(next_rung(mei)[1:])
    assert seen == [("warning", 365), ("mute", 3), ("mute", 90), ("mute", 90), ("suspend", 365)]
    old = timezone.now() - timedelta(days=limits.POINTS_LAST_DAYS + 1)
    Sanction.objects.update(since=old, until=old + timedelta(days=3))
    assert next_rung(mei) == (0, "warning", 365)


def test_what_was_lifted_counts_no_longer(zhou, mei):
    people.mute(zhou, mei, days=3, reason="刷屏")
    people.unmute(zhou, mei, reason="误会")
    assert next_rung(mei).points == 0


def test_the_form_proposes_the_ladders_days(zhou, mei, client_of):
    people.warn(zhou, mei, reason="一")
    people.mute(zhou, mei, days=3, reason="二")
    desk = client_of(zhou)
    assert 'value="90"' in desk.get(f"/admin/accounts/user/{mei.pk}/verbs/mute/").content.decode()
    page = desk.get(f"/admin/accounts/user/{mei.pk}/change/").content.decode()
    assert "90" in page and "3 分" in page


@pytest.mark.parametrize("verb", [people.warn, people.suspend])
def test_moderators_are_not_sanctioned_by_each_other(zhou, verb):
    with pytest.raises(Refused):
        verb(zhou, make_moderator("老郑"), reason="不合", **({} if verb is people.warn else {"days": 3}))
