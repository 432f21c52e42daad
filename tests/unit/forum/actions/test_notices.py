"""Who is told what: once, nobody of themselves, nobody who left or does not want to know, never of unseen words."""

import pytest

from forum.actions import moderation
from forum.actions.appeals import appeal, grant_appeal
from forum.actions.notices import choose_notices, forget_notices, read_notices, tell
from forum.actions.people import mute
from forum.actions.replies import edit_reply
from forum.actions.threads import edit_thread
from forum.models import Appeal, Decision, Hush, Notice, State
from forum.rules import Refused
from tests import cast

Kind = Notice.Kind


def told(person):
    return list(Notice.objects.shown_to(person).order_by("created_at", "id"))


def kinds(person):
    return [notice.kind for notice in told(person)]


@pytest.fixture
def thread(make_thread, lin):
    return make_thread(lin)


def test_the_author_is_told_of_a_reply_and_not_of_her_own(thread, make_reply, lin, mei):
    make_reply(thread, lin)
    assert not told(lin)
    reply = make_reply(thread, mei)
    (notice,) = told(lin)
    assert (notice.kind, notice.actor, notice.reply, notice.is_read) == (Kind.REPLY, mei, reply, False)
    assert not told(mei)


def test_unread_replies_to_one_article_are_one_notice_that_leads_to_the_first(thread, make_reply, lin, mei):
    first = make_reply(thread, mei)
    make_reply(thread, cast.make_user("卓伊"))
    (notice,) = told(lin)
    assert (notice.times, notice.reply, notice.actor.username) == (2, first, "卓伊")
    read_notices(lin, Notice.objects.all())
    third = make_reply(thread, mei)
    assert [(one.times, one.reply, one.is_read) for one in told(lin)] == [(2, first, True), (1, third, False)]


def test_an_answer_a_mention_and_a_reply_are_told_once_by_what_is_nearest(thread, make_reply, lin, mei, zhou):
    asked = make_reply(thread, mei)
    make_reply(thread, zhou, "@阿梅 @小林 我看未必", parent=asked)
    assert kinds(mei) == [Kind.ANSWER]
    assert kinds(lin) == [Kind.REPLY, Kind.MENTION]
    make_reply(thread, lin, "是这样", parent=asked.children.get())
    assert kinds(zhou) == [Kind.ANSWER]


def test_articles_mention_too_and_an_edit_tells_only_whom_it_adds(make_thread, make_reply, lin, mei, zhou):
    thread = make_thread(lin, body="谢谢@阿梅")
    assert kinds(mei) == [Kind.MENTION]
    read_notices(mei, Notice.objects.all())
    edit_thread(lin, thread, title=thread.title, body="谢谢@阿梅和@老周", category=thread.category)
    assert (len(told(mei)), kinds(zhou)) == (1, [Kind.MENTION])
    reply = make_reply(thread, lin, "好")
    edit_reply(lin, reply, "好，@阿梅")
    assert len(told(mei)) == 2


def test_what_waits_is_told_when_it_is_approved(make_thread, lin, mei, zhou):
    shelf = cast.make_category("careful", "慎重", review_first=True)
    thread = make_thread(lin, category=shelf)
    moderation.approve(zhou, thread, reason="好")
    read_notices(lin, Notice.objects.all())
    reply = cast.post_reply(mei, thread, "@老周 说得好", origin=cast.Origin(ip=cast.ADDRESS))
    assert reply.state == State.HELD and not Notice.objects.filter(reply=reply).exists()
    moderation.approve(zhou, reply, reason="好")
    assert kinds(lin)[-1] == Kind.REPLY and kinds(mei) == [Kind.DECISION] and kinds(zhou) == [Kind.MENTION]


def test_words_that_are_hidden_are_told_of_no_longer(thread, make_reply, lin, mei, zhou):
    reply = make_reply(thread, mei)
    moderation.hide(zhou, reply, reason="广告")
    assert not told(lin)
    moderation.restore(zhou, reply, reason="看错了")
    assert kinds(lin) == [Kind.REPLY]


def test_a_decision_and_the_answer_to_an_appeal_reach_whom_they_concern(thread, make_reply, mei, zhou):
    moderation.hide(zhou, make_reply(thread, mei), reason="广告")
    appeal(mei, Decision.objects.get(), "不是广告")
    grant_appeal(cast.make_moderator("老吴"), Appeal.objects.get(), reason="确实不是")
    assert kinds(mei) == [Kind.DECISION, Kind.DECISION, Kind.APPEAL]
    assert not any(notice.actor for notice in told(mei)), "by whom is not told"
    mute(zhou, mei, days=3, reason="刷屏")
    assert kinds(mei)[-1] == Kind.DECISION


def test_nobody_is_told_of_what_they_decided_themselves_or_of_quiet_decisions(make_thread, mei, zhou):
    moderation.close_thread(zhou, make_thread(zhou), reason="说完了")
    assert not told(zhou)
    thread = make_thread(mei)
    thread.reports.create(reporter=zhou, reason="spam")
    moderation.dismiss_reports(zhou, thread, reason="没事")
    assert not told(mei)


def test_ghosts_and_the_banned_are_not_told(thread, make_reply, lin, mei):
    tell(None, Kind.DECISION, words="给谁呢")
    lin.is_active = False
    lin.save()
    make_reply(thread, mei)
    assert not Notice.objects.exists()


def test_a_kind_one_does_not_want_is_not_told_but_decisions_are(thread, make_reply, lin, mei, zhou):
    choose_notices(lin, {Kind.ANSWER})
    assert {*Hush.objects.values_list("kind", flat=True)} == {*Kind} - {Kind.ANSWER, *Notice.ALWAYS}
    make_reply(thread, mei, "@小林")
    assert not told(lin)
    moderation.pin(zhou, thread, reason="好文")
    assert kinds(lin) == [Kind.DECISION]
    choose_notices(lin, {*Kind})
    assert not Hush.objects.exists()


def test_any_link_and_words_can_be_told_and_the_same_is_told_once(lin):
    for _ in range(2):
        tell(lin, "export", link="/exports/1/", words="好了")
    (notice,) = told(lin)
    assert (notice.link, notice.words, notice.times) == ("/exports/1/", "好了", 2)


def test_telling_is_one_statement(thread, make_reply, lin, mei, django_assert_num_queries):
    reply = make_reply(thread, lin)
    with django_assert_num_queries(2):  # and one word to the other processes
        tell(mei, Kind.MENTION, actor=lin, about=reply)
    with django_assert_num_queries(0):
        tell(lin, Kind.MENTION, actor=lin, about=reply)


def test_reading_is_for_members_and_for_ones_own(thread, make_reply, lin, mei):
    from django.contrib.auth.models import AnonymousUser

    make_reply(thread, mei)
    read_notices(mei, Notice.objects.all())
    assert not told(lin)[0].is_read
    with pytest.raises(Refused):
        read_notices(AnonymousUser(), Notice.objects.all())


def test_what_is_old_is_forgotten(lin, monkeypatch):
    tell(lin, "export", link="/a/")
    assert forget_notices() == 0
    Notice.objects.update(created_at="2020-01-01T00:00Z")
    assert forget_notices() == 1
