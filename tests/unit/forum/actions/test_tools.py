"""Fold, slow mode, lift and sink: they change how a discussion runs, and nobody's words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum import limits
from forum.actions import tools
from forum.actions.replies import post_reply
from forum.models import Decision, Origin, Reply, Thread
from forum.rules import Refused, may_reply
from tests.cast import ADDRESS

Verb = Decision.Verb


def signed():
    return list(Decision.objects.order_by("pk").values_list("verb", flat=True))


def test_a_folded_reply_stays_readable_and_counted(zhou, visitor, make_thread, make_reply):
    thread = make_thread()
    reply = make_reply(thread, body="跑题三千字")
    assert [tools.fold(zhou, reply, reason="离题"), tools.fold(zhou, reply, reason="离题")] == [True, False]
    page = visitor.get(thread.get_absolute_url()).content.decode()
    assert "reply__fold" in page and "跑题三千字" in page
    thread.refresh_from_db()
    assert thread.replies_count == 1
    assert tools.unfold(zhou, reply, reason="够了")
    assert "reply__fold" not in visitor.get(thread.get_absolute_url()).content.decode()
    assert signed() == [Verb.FOLD, Verb.UNFOLD]


def test_in_slow_mode_a_member_waits_and_a_moderator_does_not(zhou, mei, make_thread, make_reply):
    thread = make_thread()
    mine = make_reply(thread, author=mei)
    assert tools.slow_down(zhou, thread, minutes=10, reason="火气大")
    assert "10" in may_reply(mei, thread).reason
    with pytest.raises(Refused, match="10"):
        post_reply(mei, thread, "还要说", origin=Origin(ip=ADDRESS))
    assert may_reply(zhou, thread)
    Reply.objects.filter(pk=mine.pk).update(created_at=timezone.now() - timedelta(minutes=11))
    assert may_reply(mei, thread)
    assert tools.end_slow_mode(zhou, thread, reason="好了")
    assert signed() == [Verb.SLOW, Verb.UNSLOW]


@pytest.mark.parametrize("minutes", [0, -1, limits.SLOW_LONGEST_MINUTES + 1])
def test_slow_mode_has_bounds(zhou, make_thread, minutes):
    with pytest.raises(Refused):
        tools.slow_down(zhou, make_thread(), minutes=minutes, reason="火气大")
    assert not signed()


def test_lifted_stands_before_its_equals_and_sunk_behind(zhou, make_thread):
    now = timezone.now()
    low, middle, high = (make_thread(published_at=now, last_reply_at=now) for _ in range(3))
    tools.lift(zhou, high, reason="好文")
    tools.sink(zhou, low, reason="吵够了")
    assert list(Thread.objects.recommended()) == [high, middle, low]
    assert low not in Thread.objects.hot()
    assert tools.level(zhou, low, reason="够了")
    assert low in Thread.objects.hot()


@pytest.mark.parametrize("verb", [tools.lift, tools.sink, tools.level, tools.end_slow_mode])
def test_members_may_not(mei, make_thread, verb):
    with pytest.raises(Refused, match="版主"):
        verb(mei, make_thread(), reason="我想")
