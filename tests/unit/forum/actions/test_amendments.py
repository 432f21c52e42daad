"""An edit of public words waits, and everybody goes on reading the approved ones."""

import pytest

from forum import limits
from forum.actions import moderation
from forum.actions.amendments import publish_edit, refuse_edit
from forum.actions.appeals import appeal, grant_appeal
from forum.actions.queue import Choice, settle, undo
from forum.actions.replies import edit_reply, withdraw_reply
from forum.actions.threads import edit_thread
from forum.models import Amendment, BlockedWord, Decision, HouseRule, Notice, Revision, SiteSettings, State, Thread
from forum.models.waiting import count_waiting, waiting_for
from forum.rules import Refused, may_edit
from forum.search import search
from tests.cast import make_category, make_moderator

Outcome, Verb = Amendment.Outcome, Decision.Verb


@pytest.fixture(autouse=True)
def watched(db):
    """Whoever writes 加微信 is read first."""
    BlockedWord.objects.create(word="加微信", level="hold")


@pytest.fixture
def rule(db):
    return HouseRule.objects.create(number=2, words="不发广告和引流")


@pytest.fixture
def edited(mei, make_reply):
    """阿梅's public reply, an edit of which waits."""
    reply = make_reply(author=mei, body="原来的话")
    edit_reply(mei, reply, "加微信详聊")
    return reply


def fresh(thing):
    return type(thing).objects.get(pk=thing.pk)


def test_the_approved_words_stay_and_the_edit_stands_in_the_queue(edited, zhou):
    reply = fresh(edited)
    assert (reply.state, reply.body, reply.edited_at) == (State.PUBLIC, "原来的话", None)
    assert (reply.amendment.body, reply.amendment.outcome) == ("加微信详聊", Outcome.WAITING)
    (row,) = waiting_for(zhou, 5)
    assert (row.key, row.edited, row.held) == (("reply", reply.pk), True, False)
    assert count_waiting(zhou) == 1


def test_a_published_edit_takes_their_place_and_they_are_kept(edited, zhou):
    assert publish_edit(zhou, edited, reason="没有问题")
    reply = fresh(edited)
    assert (reply.body, reply.state) == ("加微信详聊", State.PUBLIC)
    assert "加微信详聊" in reply.body_html and reply.edited_at
    assert Revision.objects.filter(reply=reply, body="原来的话").exists()
    assert Decision.objects.get().verb == Verb.AMEND
    assert not publish_edit(zhou, edited, reason="再来一次")
    assert count_waiting(zhou) == 0


def test_a_refused_edit_leaves_them_with_rule_and_reason_and_may_be_mended(edited, zhou, mei, rule):
    assert refuse_edit(zhou, edited, reason="评论里不要引流", rule=rule)
    reply = fresh(edited)
    assert (reply.body, reply.amendment.outcome) == ("原来的话", Outcome.REFUSED)
    assert reply.amendment.decision.rule == "第 2 条：不发广告和引流"
    assert Notice.objects.get(recipient=mei, kind="decision").decision == reply.amendment.decision
    reply.created_at -= limits.REPLY_EDIT_WINDOW * 2
    reply.save()
    assert may_edit(mei, reply), "sent back, so the window stays open"
    edit_reply(mei, reply, "好好说话")
    assert (fresh(reply).body, Amendment.objects.exists()) == ("好好说话", False)


def test_an_edit_takes_the_place_of_the_one_before_and_the_same_words_take_it_back(edited, mei):
    edit_reply(mei, edited, "还是加微信")
    assert Amendment.objects.get().body == "还是加微信"
    edit_reply(mei, edited, "原来的话")
    assert not Amendment.objects.exists()


def test_an_article_waits_with_title_shelf_and_tags(lin, zhou, make_thread):
    thread, shelf = make_thread(lin, title="原题", body="原文", tags=["甲"]), make_category("ops", "运营")
    edit_thread(lin, thread, title="新题", body="加微信", category=shelf, tags=["乙"])
    thread = fresh(thread)
    assert (thread.title, thread.category.slug, thread.tags.get().name) == ("原题", "product", "甲")
    assert (search("原题", lin).count, search("新题", lin).count) == (1, 0)
    publish_edit(zhou, thread, reason="可以")
    thread = fresh(thread)
    assert (thread.title, thread.body, thread.category, thread.tags.get().name) == ("新题", "加微信", shelf, "乙")
    assert (search("原题", lin).count, search("新题", lin).count) == (0, 1)


def test_undoing_puts_the_words_before_back_and_the_edit_into_the_queue(lin, zhou, make_thread):
    thread = make_thread(lin, title="原题", body="原文", tags=["甲"])
    edit_thread(lin, thread, title="新题", body="加微信", category=thread.category, tags=["乙"])
    done = settle(zhou, thread, Choice.PASS, reason="可以")
    assert fresh(thread).title == "新题"
    undo(zhou, done, reason="点错了")
    thread = fresh(thread)
    assert (thread.title, thread.body, thread.tags.get().name, thread.state) == ("原题", "原文", "甲", State.PUBLIC)
    assert (thread.amendment.title, thread.amendment.tags) == ("新题", ["乙"])
    assert thread.amendment.is_waiting
    done = settle(zhou, thread, Choice.REFUSE, reason="广告")
    undo(zhou, done, reason="点错了")
    assert Amendment.objects.get().is_waiting


def test_what_was_written_meanwhile_cannot_be_undone_away(edited, zhou, mei):
    done = settle(zhou, edited, Choice.PASS, reason="可以")
    edit_reply(mei, edited, "又改了")
    done.refresh_from_db()
    with pytest.raises(Refused, match="后来"):
        undo(zhou, done, reason="点错了")
    assert fresh(edited).body == "又改了"


def test_only_moderators_judge_edits_and_never_their_own(edited, mei, zhou):
    for verb in (publish_edit, refuse_edit):
        with pytest.raises(Refused):
            verb(mei, edited, reason="我自己的")
    with pytest.raises(Refused):
        settle(zhou, edited, Choice.REFUSE, reason=" ")
    assert fresh(edited).amendment.is_waiting


def test_an_edit_of_what_was_hidden_meanwhile_is_not_published(edited, zhou):
    moderation.hide(zhou, edited, reason="广告")
    assert count_waiting(zhou) == 0
    with pytest.raises(Refused):
        publish_edit(zhou, edited, reason="好")
    moderation.restore(zhou, edited, reason="误隐藏")
    assert count_waiting(zhou) == 1


def test_what_was_hidden_is_mended_and_waits_anew(mei, zhou, make_thread, make_reply, rule):
    thread = make_thread()
    reply = make_reply(thread, mei, "骂人的话", created_at=make_thread().created_at - limits.REPLY_EDIT_WINDOW * 2)
    moderation.hide(zhou, reply, reason="人身攻击", rule=rule)
    with pytest.raises(Refused, match="改一改"):
        edit_reply(mei, reply, "骂人的话")
    edit_reply(mei, reply, "我不同意")
    reply, thread = fresh(reply), fresh(thread)
    assert (reply.state, reply.body, thread.replies_count) == (State.HELD, "我不同意", 0)
    assert [row.key for row in waiting_for(zhou, 5)] == [("reply", reply.pk)]
    settle(zhou, reply, Choice.PASS, reason="改好了")
    assert (fresh(reply).state, fresh(thread).replies_count) == (State.PUBLIC, 1)


def test_a_hidden_article_is_mended_too(lin, zhou, make_thread):
    thread = make_thread(lin)
    moderation.hide(zhou, thread, reason="广告")
    edit_thread(lin, thread, title="好好写", body="没有广告", category=thread.category)
    assert fresh(thread).state == State.HELD
    assert not Thread.objects.public().filter(pk=thread.pk).exists()


def test_after_so_many_refusals_only_an_appeal_is_left(mei, zhou, make_reply):
    reply = make_reply(author=mei)
    for turn in range(limits.RESUBMISSIONS):
        moderation.hide(zhou, reply, reason="广告")
        if turn < limits.RESUBMISSIONS - 1:
            edit_reply(mei, reply, f"第 {turn} 次改")
    with pytest.raises(Refused, match="申诉"):
        edit_reply(mei, reply, "再试一次")


def test_a_refused_edit_can_be_appealed_and_is_published_when_granted(edited, mei, zhou):
    refuse_edit(zhou, edited, reason="广告")
    decision = Decision.objects.get()
    objection = appeal(mei, decision, "这是读者群的公开说明，不是广告")
    assert grant_appeal(make_moderator("老吴"), objection, reason="说得对")
    assert fresh(edited).body == "加微信详聊"


def test_shelves_that_are_read_first_read_edits_first_and_moderators_are_not_read(mei, zhou, make_reply):
    reply, own = make_reply(author=mei), make_reply(author=zhou)
    SiteSettings(mode=SiteSettings.Mode.REVIEW).save()
    edit_reply(mei, reply, "改过的话")
    edit_reply(zhou, own, "改过的话")
    assert fresh(reply).body != "改过的话" and fresh(reply).amendment.is_waiting
    assert fresh(own).body == "改过的话"


def test_what_its_author_took_back_waits_no_longer(edited, mei, zhou):
    withdraw_reply(mei, edited)
    assert count_waiting(zhou) == 0


def test_whom_an_edit_newly_mentions_is_told_when_it_is_published_and_once(lin, mei, zhou, make_reply):
    reply = make_reply(author=mei, body="原来的话")
    edit_reply(mei, reply, "@小林 加微信")
    assert not Notice.objects.filter(recipient=lin, kind="mention").exists()
    done = settle(zhou, reply, Choice.PASS, reason="可以")
    undo(zhou, done, reason="点错了")
    assert Notice.objects.get(recipient=lin, kind="mention").times == 1
