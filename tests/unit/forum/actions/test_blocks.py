"""Block: neither answers nor mentions, no notices, replies folded; shared pages stay shared and right."""

import pytest

from forum.actions.blocks import set_block
from forum.actions.follows import set_follow
from forum.actions.replies import edit_reply
from forum.actions.threads import edit_thread
from forum.models import Block, Follow, Notice
from forum.rules import Refused
from tests import cast
from tests.unit.config.pagecache.stack import Stack, cookies_of

FOLDED = "你屏蔽了此人"


@pytest.fixture
def blocked(lin, mei):
    """小林 has blocked 阿梅."""
    set_block(lin, mei, blocked=True)
    return mei


def test_saying_it_twice_is_the_same_as_once_and_neither_follows_the_other(lin, mei):
    set_follow(lin, mei, followed=True), set_follow(mei, lin, followed=True)
    set_block(lin, mei, blocked=True), set_block(lin, mei, blocked=True)
    assert Block.objects.count() == 1 and not Follow.objects.exists()
    set_block(lin, mei, blocked=False), set_block(lin, mei, blocked=False)
    assert not Block.objects.exists()


def test_neither_oneself_nor_a_moderator_is_blocked(lin, zhou):
    for person in (lin, zhou):
        with pytest.raises(Refused):
            set_block(lin, person, blocked=True)


def test_the_blocked_answer_neither_article_nor_reply_and_are_told_why(make_thread, make_reply, lin, blocked):
    theirs, others = make_thread(lin), make_thread(cast.make_user("卓伊"))
    said = make_reply(others, lin)
    for thread, parent in ((theirs, None), (others, said)):
        with pytest.raises(Refused, match="小林 不接受你的回复和提及"):
            make_reply(thread, blocked, parent=parent)
    make_reply(others, blocked, "不答她")
    make_reply(make_thread(blocked), lin, "她可以答你")


def test_the_blocked_mention_nowhere(make_thread, make_reply, blocked):
    thread = make_thread(blocked, body="谁也没提")
    reply = make_reply(thread, blocked, "谁也没提")
    for verb in (
        lambda: make_thread(blocked, body="问问@小林"),
        lambda: make_reply(thread, blocked, "问问@小林"),
        lambda: edit_reply(blocked, reply, "问问@小林"),
        lambda: edit_thread(blocked, thread, title=thread.title, body="问问@小林", category=thread.category),
    ):
        with pytest.raises(Refused, match="小林"):
            verb()


def test_nothing_of_the_blocked_is_told(make_thread, make_reply, lin, mei):
    thread = make_thread(mei, body="问问@小林")
    make_reply(thread, mei, "还在吗@小林")
    Notice.objects.all().delete()
    set_block(lin, mei, blocked=True)
    first = make_reply(make_thread(cast.make_user("卓伊")), lin)
    make_reply(first.thread, mei, "我说我的")
    assert not Notice.objects.filter(recipient=lin).exists()


def test_their_replies_are_folded_for_me_alone(client_of, visitor, make_thread, make_reply, lin, mei, zhou):
    thread = make_thread(zhou)
    make_reply(thread, mei, "很吵的话")
    set_block(lin, mei, blocked=True)
    pages = [
        browser.get(thread.get_absolute_url()).content.decode() for browser in (client_of(lin), client_of(mei), visitor)
    ]
    assert [FOLDED in page for page in pages] == [True, False, False]
    assert all("很吵的话" in page for page in pages)


def test_on_the_shared_page_too_at_once(db, monkeypatch, client_of, make_thread, make_reply, lin, mei, zhou):
    stack = Stack(monkeypatch)
    thread = make_thread(zhou)
    make_reply(thread, mei, "很吵的话")
    own = make_thread(lin)
    reader, noisy = cookies_of(client_of(lin)), cookies_of(client_of(mei))
    assert FOLDED not in stack.get(thread.get_absolute_url(), reader).body
    assert 'id="reply-body"' in stack.get(own.get_absolute_url(), noisy).body
    set_block(lin, mei, blocked=True)
    assert FOLDED in stack.get(thread.get_absolute_url(), reader).body
    page = stack.get(own.get_absolute_url(), noisy).body
    assert "小林 不接受你的回复和提及" in page and 'id="reply-body"' not in page
    assert FOLDED not in stack.get(thread.get_absolute_url(), noisy).body
    set_block(lin, mei, blocked=False)
    assert FOLDED not in stack.get(thread.get_absolute_url(), reader).body
    assert 'id="reply-body"' in stack.get(own.get_absolute_url(), noisy).body


def test_the_list_and_the_page_of_the_person_say_so(client_of, lin, mei):
    browser = client_of(lin)
    assert "你没有屏蔽任何人" in browser.get("/blocks/").content.decode()
    assert browser.post("/people/阿梅/block/", {"blocked": "yes"})["Location"] == mei.get_absolute_url()
    assert "你屏蔽了此人" in browser.get("/people/阿梅/").content.decode()
    assert "阿梅" in browser.get("/blocks/").content.decode().split("<main")[1]
    assert "屏蔽了此人" not in client_of(mei).get("/people/阿梅/").content.decode()
    browser.post("/people/阿梅/block/", {"blocked": "no"})
    assert not Block.objects.exists()
