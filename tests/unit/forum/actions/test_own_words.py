"""Authors edit and withdraw their own words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum import limits
from forum.actions.replies import edit_reply, withdraw_reply
from forum.actions.threads import edit_thread, withdraw_thread
from forum.models import Reply, Revision, State, Tag, Thread
from forum.rules import Refused


def test_an_edit_keeps_the_words_before(mei, make_reply):
    reply = make_reply(author=mei, body="原来的话")
    edit_reply(mei, reply, "改过的话")
    reply.refresh_from_db()
    assert (reply.body, reply.body_html) == ("改过的话", "<p>改过的话</p>\n")
    assert reply.edited_at
    assert Revision.objects.get(reply=reply).body == "原来的话"


def test_the_region_stays_what_it_was_when_written(mei, make_reply):
    reply = make_reply(author=mei)
    before = reply.region
    edit_reply(mei, reply, "换了地方改的")
    reply.refresh_from_db()
    assert reply.region == before


def test_nobody_edits_the_words_of_another(lin, mei, make_reply):
    with pytest.raises(Refused):
        edit_reply(lin, make_reply(author=mei), "我替你说")


def test_the_window_for_editing_a_reply_closes(mei, make_reply):
    reply = make_reply(author=mei, created_at=timezone.now() - limits.REPLY_EDIT_WINDOW - timedelta(seconds=1))
    with pytest.raises(Refused, match="时间"):
        edit_reply(mei, reply, "太晚了")


def test_a_withdrawn_reply_is_no_longer_counted_or_seen(mei, make_thread, make_reply):
    thread = make_thread()
    reply = make_reply(thread=thread, author=mei)
    withdraw_reply(mei, reply)
    thread.refresh_from_db()
    assert thread.replies_count == 0
    assert not Reply.objects.visible_to(mei).exists()
    with pytest.raises(Refused):
        withdraw_reply(mei, reply)


def test_the_last_answer_falls_back_to_the_one_before(mei, lin, make_thread, make_reply):
    thread = make_thread()
    first, last = make_reply(thread=thread, author=lin), make_reply(thread=thread, author=mei)
    withdraw_reply(mei, last)
    thread.refresh_from_db()
    assert thread.last_reply_at == first.created_at


def test_an_article_is_edited_and_what_is_derived_follows(lin, make_thread):
    thread = make_thread(author=lin)
    edit_thread(lin, thread, title="新题", body="## 一节\n\n" + "字" * 500, category=thread.category, tags=["新", "旧"])
    thread = Thread.objects.get(pk=thread.pk)
    assert (thread.title, thread.minutes) == ("新题", 3)
    assert [heading[2] for heading in thread.contents] == ["一节"]
    assert {tag.name for tag in thread.tags.all()} == {"新", "旧"}
    assert Revision.objects.filter(thread=thread).count() == 1


def test_tags_that_fold_alike_are_one_tag(lin, make_thread):
    thread = make_thread(author=lin)
    edit_thread(lin, thread, title="题", body="文", category=thread.category, tags=["支付宝", "支付寶", "ＡＩ", "ai"])
    assert Tag.objects.count() == thread.tags.count() == 2


def test_a_withdrawn_article_takes_its_replies_with_it(lin, mei, make_thread, make_reply):
    thread = make_thread(author=lin)
    make_reply(thread=thread, author=mei)
    withdraw_thread(lin, thread)
    assert thread.state == State.WITHDRAWN
    assert not Thread.objects.visible_to(lin).exists()
    assert not Reply.objects.visible_to(mei).exists()
