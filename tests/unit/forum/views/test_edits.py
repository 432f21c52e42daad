"""The author's side of due process: what waits, what was sent back and why, and the way to mend it."""

import pytest
from django.urls import reverse

from forum.actions import moderation
from forum.actions.amendments import refuse_edit
from forum.actions.replies import edit_reply
from forum.actions.threads import edit_thread
from forum.models import BlockedWord, HouseRule, State


@pytest.fixture(autouse=True)
def watched(db):
    BlockedWord.objects.create(word="加微信", level="hold")


@pytest.fixture
def rule(db):
    return HouseRule.objects.create(number=2, words="不发广告和引流", about="评论里也一样")


def page_of(client, thing):
    return client.get(thing.get_absolute_url(), follow=True).content.decode()


def test_the_author_of_a_reply_reads_both_words_and_a_note(client_of, mei, make_reply):
    reply, browser = make_reply(author=mei, body="原来的话"), client_of(mei)
    sent = browser.post(reverse("edit-reply", args=[reply.pk]), {"body": "加微信详聊"}, follow=True)
    page = sent.content.decode()
    assert all(words in page for words in ("原来的话", "加微信详聊", "等待审核"))
    assert "加微信详聊" in browser.get(reverse("edit-reply", args=[reply.pk])).content.decode(), "and edits it further"


def test_a_refused_edit_says_which_rule_and_why(client_of, mei, zhou, make_reply, rule):
    reply = make_reply(author=mei, body="原来的话")
    edit_reply(mei, reply, "加微信详聊")
    refuse_edit(zhou, reply, reason="请去掉联系方式", rule=rule)
    for page in (
        page_of(client_of(mei), reply),
        client_of(mei).get(reverse("edit-reply", args=[reply.pk])).content.decode(),
        client_of(mei).get(reverse("decisions")).content.decode(),
    ):
        assert "第 2 条：不发广告和引流" in page and "请去掉联系方式" in page
    assert reverse("edit-reply", args=[reply.pk]) in page, "the list of decisions offers to mend it"


def test_the_author_of_an_article_reads_both(client_of, lin, zhou, make_thread, rule):
    thread, browser = make_thread(lin, title="原题"), client_of(lin)
    sent = {"title": "新题加微信", "body": "新的正文", "category": thread.category_id, "tags": "甲"}
    page = browser.post(reverse("edit-thread", args=[thread.pk]), sent, follow=True).content.decode()
    assert all(words in page for words in ("原题", "新题加微信", "新的正文", "等待审核"))
    form = browser.get(reverse("edit-thread", args=[thread.pk])).context["form"]
    assert (form.initial["title"], form.initial["tags"]) == ("新题加微信", "甲")
    refuse_edit(zhou, thread, reason="标题里不要引流", rule=rule)
    page = page_of(browser, thread)
    assert "没有通过" in page and "第 2 条" in page and "标题里不要引流" in page


def test_hidden_words_are_mended_from_their_own_place(client_of, mei, lin, zhou, make_thread, make_reply, rule):
    reply, thread, browser = make_reply(author=mei), make_thread(mei), client_of(mei)
    for thing, name in ((reply, "edit-reply"), (thread, "edit-thread")):
        moderation.hide(zhou, thing, reason="广告", rule=rule)
        door = reverse(name, args=[thing.pk])
        assert door in page_of(browser, thing)
        assert door in browser.get(reverse("decisions")).content.decode()
        assert "第 2 条" in browser.get(door).content.decode()
    browser.post(reverse("edit-reply", args=[reply.pk]), {"body": "没有广告了"})
    reply.refresh_from_db()
    assert (reply.state, reply.body) == (State.HELD, "没有广告了")
    assert client_of(lin).get(reverse("edit-reply", args=[reply.pk])).status_code in {403, 404}


def test_an_edit_withdrawn_by_typing_the_old_words_leaves_no_note(client_of, lin, make_thread):
    thread = make_thread(lin, title="原题", body="原文")
    edit_thread(lin, thread, title="加微信", body="原文", category=thread.category)
    edit_thread(lin, thread, title="原题", body="原文", category=thread.category)
    assert "等待审核" not in page_of(client_of(lin), thread)


def test_the_rules_are_a_page_for_everybody_and_follow_at_once(visitor, rule):
    page = visitor.get("/rules/").content.decode()
    assert "不发广告和引流" in page and "评论里也一样" in page
    HouseRule.objects.create(number=3, words="停用的一条", is_active=False)
    assert "停用的一条" not in visitor.get("/rules/").content.decode()
    rule.delete()
    assert "还没有成文的规则" in visitor.get("/rules/").content.decode()
