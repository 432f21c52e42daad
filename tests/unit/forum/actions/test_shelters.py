"""一键防护: strangers can neither answer nor mention a member, until it ends by itself or is ended."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forum.actions.marks import set_like
from forum.actions.replies import edit_reply, post_reply
from forum.actions.shelters import leave_shelter, shelter, take_shelter, unshelter
from forum.actions.threads import edit_thread, publish_thread
from forum.models import Decision, Origin, Reply, Shelter, Thread
from forum.rules import Refused, is_stranger, may_join, sheltered
from tests.cast import ADDRESS, make_category, make_user

CLOSED = "只有"


@pytest.fixture
def thread(lin, make_thread):
    return make_thread(lin)


def post(author, thread, body="我不同意。", parent=None):
    return post_reply(author, thread, body, origin=Origin(ip=ADDRESS), parent=parent)


def test_a_stranger_cannot_answer_an_article(lin, mei, thread):
    take_shelter(lin, days=7)
    with pytest.raises(Refused, match=CLOSED) as refusal:
        post(mei, thread)
    assert "小林" in str(refusal.value)
    assert f"{timezone.localtime(Shelter.objects.get().until):%Y-%m-%d %H:%M}" in str(refusal.value)
    assert not may_join(mei, thread)
    assert not Reply.objects.exists()


def test_a_stranger_cannot_answer_a_reply_nor_what_hangs_under_it(lin, mei, make_thread, make_reply):
    other, somebody = make_thread(make_user("老王")), make_user("路人")
    mine = make_reply(other, lin)
    beneath = make_reply(other, somebody, parent=mine)
    take_shelter(lin, days=1)
    for parent in (mine, beneath):
        with pytest.raises(Refused, match=CLOSED):
            post(mei, other, parent=parent)
    assert post(mei, other).parent is None, "the rest of the discussion is not theirs"
    assert post(lin, other, parent=mine), "they themselves go on"


def test_a_stranger_cannot_mention(lin, mei, make_thread):
    thread = make_thread(mei)
    take_shelter(lin, days=3)
    for words in ("@小林 出来说话", "看看＠小林说的"):
        with pytest.raises(Refused, match=CLOSED):
            post(mei, thread, words)
        with pytest.raises(Refused, match=CLOSED):
            publish_thread(mei, title="挂人", body=words, category=make_category(), origin=Origin(ip=ADDRESS))
    assert post(mei, thread, "小林说的有道理，`@小林` 是代码"), "a name is no mention"
    assert Thread.objects.count() == 1


def test_a_mention_that_stood_there_before_does_not_hold_up_an_edit(lin, mei, make_thread, make_reply):
    thread, reply = make_thread(mei, body="谢谢 @小林"), make_reply(make_thread(mei), mei, body="同意 @小林")
    take_shelter(lin, days=3)
    edit_thread(mei, thread, title=thread.title, body="谢谢 @小林 的提醒", category=thread.category)
    assert edit_reply(mei, reply, "同意 @小林。").edited_at
    with pytest.raises(Refused, match=CLOSED):
        edit_reply(mei, make_reply(make_thread(mei), mei, body="同意"), "同意 @小林")


def test_whom_they_have_answered_is_no_stranger(lin, mei, make_thread, make_reply):
    hers = make_thread(mei)
    assert is_stranger(lin.pk, mei.pk)
    make_reply(make_thread(lin), mei)
    assert is_stranger(lin.pk, mei.pk), "writing to somebody makes nobody known"
    make_reply(hers, lin)
    assert not is_stranger(lin.pk, mei.pk)
    take_shelter(lin, days=7)
    assert post(mei, make_thread(lin), "@小林 好")


def test_answering_a_reply_of_theirs_counts_too(lin, mei, make_thread, make_reply):
    thread = make_thread(make_user("老王"))
    make_reply(thread, lin, parent=make_reply(thread, mei))
    assert not is_stranger(lin.pk, mei.pk)
    assert is_stranger(mei.pk, lin.pk), "it is the protected person's doing that counts"


def test_moderators_are_let_through_and_likes_are_not_closed(lin, mei, zhou, thread):
    take_shelter(lin, days=7)
    assert post(zhou, thread, "@小林 我们看到了")
    assert set_like(mei, thread, liked=True) is not False


def test_it_ends_by_itself_and_can_be_ended(lin, mei, thread):
    take_shelter(lin, days=7)
    Shelter.objects.update(since=timezone.now() - timedelta(days=9), until=timezone.now() - timedelta(seconds=1))
    assert post(mei, thread)
    take_shelter(lin, days=7)
    assert leave_shelter(lin) and not leave_shelter(lin)
    assert post(mei, thread)
    assert not sheltered()


def test_twice_is_once(lin):
    take_shelter(lin, days=30)
    take_shelter(lin, days=1)
    assert Shelter.objects.in_force().count() == 1
    assert sheltered()[lin.pk] < timezone.now() + timedelta(days=2)


@pytest.mark.parametrize("days", [0, -1, 2, 365])
def test_only_these_lengths(lin, zhou, days):
    with pytest.raises(Refused):
        take_shelter(lin, days=days)
    with pytest.raises(Refused):
        shelter(zhou, lin, days=days, reason="围攻")
    assert not Shelter.objects.exists()


def test_a_moderator_gives_it_and_signs(lin, mei, zhou, thread):
    shelter(zhou, lin, days=3, reason="被多人围攻")
    with pytest.raises(Refused, match=CLOSED):
        post(mei, thread)
    assert unshelter(zhou, lin, reason="已经平息") and not unshelter(zhou, lin, reason="已经平息")
    assert post(mei, thread)
    said = list(Decision.objects.order_by("number").values_list("verb", "reason"))
    assert said == [("shelter", "被多人围攻"), ("unshelter", "已经平息")]
    assert [one.verb for one in Decision.objects.told_to(lin)] == ["unshelter", "shelter"]


def test_who_was_given_shelter_may_leave_it(lin, zhou):
    shelter(zhou, lin, days=30, reason="被多人围攻")
    assert leave_shelter(lin)


def test_members_give_nobody_shelter_and_a_reason_is_needed(lin, mei, zhou):
    with pytest.raises(Refused):
        shelter(mei, lin, days=3, reason="帮忙")
    with pytest.raises(Refused, match="理由"):
        shelter(zhou, lin, days=3, reason=" ")
    with pytest.raises(Refused):
        unshelter(mei, lin, reason="帮忙")
    assert not Shelter.objects.exists() and not Decision.objects.exists()


def test_while_nobody_is_sheltered_a_reply_costs_one_question_more_at_most(lin, mei, thread):
    with CaptureQueriesContext(connection) as captured:
        post(mei, thread, "没有提到谁")
    asked = [query for query in captured if "forum_shelter" in query["sql"]]
    assert len(asked) <= 2
