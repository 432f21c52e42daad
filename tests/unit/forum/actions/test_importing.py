"""host_page, show_original, show_repaired: a saved page becomes a thread, once."""

import pytest

from forum.actions.contacts import hide_contact, show_contact
from forum.actions.importing import host_page, show_original, show_repaired
from forum.actions.moderation import hide
from forum.importing import read_page
from forum.models import Category, Decision, Reply, Revision, SearchEntry, Source, State, Thread
from forum.rules import Refused
from tests import cast
from tests.unit.forum.importing import pages

pytestmark = pytest.mark.django_db
GARBLED = pages.garbled(pages.plain(), pages.GLOSSED)


def host(text, importer=None, name="page.txt", category=None, **options):
    raw = text.encode()
    return host_page(importer, read_page(raw, **options), raw, name, category)


@pytest.fixture
def hosted():
    return host(pages.plain())[0]


def test_the_page_is_a_public_thread_with_everything_it_printed(hosted):
    thread = Thread.objects.public().get()
    assert thread == hosted
    assert (thread.title, thread.byline, thread.author) == (pages.TITLE, pages.AUTHOR, None)
    assert (thread.printed_replies, thread.printed_views, thread.printed_favourites) == (3, 8642, 57)
    assert (thread.minutes_shown, thread.replies_shown, thread.views_shown) == (4, 3, 8642)
    assert thread.attribution == pages.NOTICE.replace(thread.contact, "")
    assert thread.contact == "（个人微信：zhichuan88）"
    assert "位置比功能更要紧" in thread.body_html and "公众号" not in thread.body_html


def test_what_the_page_did_not_print_stays_unknown():
    thread, _created = host(pages.plain(counters=""))
    assert thread.printed_views is thread.printed_replies is thread.printed_favourites is None
    assert thread.views_shown is None and thread.favourites_shown is None


def test_replies_are_ghosts_in_floor_order_with_their_regions(hosted):
    replies = Reply.objects.order_by("floor")
    assert [(reply.floor, reply.region) for reply in replies] == [(1, "广东"), (2, ""), (3, "中国香港")]
    assert all(reply.author is None and reply.imported and reply.is_public for reply in replies)
    assert "<ol" not in replies[2].body_html and "2.2023年的那批没有灯。" in replies[2].body_html


def test_both_numbers_are_known_where_they_differ():
    thread, _created = host(pages.plain(counters="5 评论 8642 浏览 57 收藏 4 分钟"))
    assert thread.listing_differs
    assert (thread.printed_replies, thread.imported_replies, thread.replies_shown) == (5, 3, 5)


def test_the_day_of_the_page_is_the_day_of_the_thread():
    thread, _created = host(pages.html())
    assert thread.published_at.date().isoformat() == "2023-02-11"
    assert thread.last_reply_at == thread.published_at


def test_the_file_is_kept_byte_for_byte():
    raw = GARBLED.encode("gb18030", errors="ignore").replace(b"\n", b"\r\n")
    thread, _created = host_page(None, read_page(raw), raw, "dir/页面.txt")
    source = Source.objects.get(thread=thread)
    assert bytes(source.raw) == raw
    assert {repair["kind"] for repair in source.repairs} >= {"script", "punctuation"}
    assert source.original["title"] != source.repaired["title"] == pages.TITLE


def test_importing_twice_changes_nothing(hosted):
    before = list(Thread.objects.values()), list(Reply.objects.order_by("pk").values())
    again, created = host(pages.plain())
    assert not created and again == hosted
    assert (list(Thread.objects.values()), list(Reply.objects.order_by("pk").values())) == before
    assert not Revision.objects.exists()


@pytest.mark.parametrize("again", [GARBLED, pages.html(), pages.markdown(), pages.collapsed(pages.plain())])
def test_the_same_page_in_another_shape_renews_the_thread(hosted, again):
    thread, created = host(again)
    assert not created and thread == hosted
    assert Thread.objects.count() == Source.objects.count() == 1
    assert Reply.objects.count() == 3


def test_a_page_that_was_retitled_is_known_by_its_address():
    thread, _created = host(pages.html())
    again, created = host(pages.html(title="便民柜，换了个题目？"))
    assert not created and again == thread
    thread.refresh_from_db()
    assert thread.title == "便民柜，换了个题目？"
    assert Revision.objects.get(thread=thread).title == pages.TITLE


def test_pages_of_the_same_title_by_different_authors_are_two(hosted):
    other, created = host(pages.plain(notice="本文由 @另一个人 原创发布，未经许可，禁止转载。"))
    assert created and other != hosted


def test_a_changed_body_leaves_the_words_before_as_a_revision(hosted, zhou):
    body = hosted.body
    host(pages.plain(body=(*pages.BODY, "后来又补了一段，说的是灯。")), importer=zhou)
    revision = Revision.objects.get(thread=hosted)
    assert (revision.body, revision.editor) == (body, zhou)
    hosted.refresh_from_db()
    assert "后来又补了一段" in hosted.body and hosted.edited_at


def test_new_replies_of_the_page_come_after_those_written_here(hosted, mei):
    here = cast.make_reply(hosted, mei, "我在这里说一句。")
    host(pages.plain(replies=(*pages.REPLIES, ("辽宁", "后来的人说。"))))
    replies = Reply.objects.order_by("floor")
    assert [reply.floor for reply in replies] == [1, 2, 3, 4, 5]
    assert (replies[3], replies[4].body) == (here, "后来的人说。")
    hosted.refresh_from_db()
    assert (hosted.imported_replies, hosted.replies_count, hosted.replies_shown) == (4, 5, 4)


def test_a_reply_edited_on_the_page_keeps_its_floor_and_its_words_before(hosted):
    changed = (("广东", "我们小区也是这样，后来找到了。"), *pages.REPLIES[1:])
    host(pages.plain(replies=changed))
    reply = Reply.objects.get(floor=1)
    assert reply.body == "我们小区也是这样，后来找到了。"
    assert Revision.objects.get(reply=reply).body == pages.REPLIES[0][1]
    assert Reply.objects.count() == 3


def test_a_reply_the_page_no_longer_lists_stays(hosted):
    host(pages.plain(replies=pages.REPLIES[1:]))
    assert [reply.floor for reply in Reply.objects.order_by("floor")] == [1, 2, 3]
    assert Reply.objects.get(floor=1).body == pages.REPLIES[0][1]


def test_a_hidden_reply_stays_hidden_when_the_page_is_imported_again(hosted, zhou):
    hide(zhou, Reply.objects.get(floor=2), reason="广告")
    host(pages.plain())
    assert Reply.objects.get(floor=2).state == State.HIDDEN
    hosted.refresh_from_db()
    assert hosted.replies_count == 2


def test_a_hidden_thread_stays_hidden_when_the_page_is_imported_again(hosted, zhou):
    hide(zhou, hosted, reason="侵权")
    host(pages.plain())
    assert not Thread.objects.public().exists()
    assert not SearchEntry.objects.filter(thread__state=State.PUBLIC).exists()


def test_search_follows(hosted):
    assert SearchEntry.objects.filter(thread=hosted).exists()
    assert SearchEntry.objects.filter(reply__thread=hosted).count() == 3
    hosted.refresh_from_db()
    assert hosted.words


def test_a_thread_stands_on_the_shelf_asked_for_and_stays_there():
    first, second = cast.make_category("a", "甲"), cast.make_category("b", "乙")
    thread, _created = host(pages.plain(), category=second)
    assert thread.category == second
    assert host(pages.plain())[0].category == second
    assert host(pages.plain(), category=first)[0].category == first


def test_without_any_shelf_one_is_made():
    assert not Category.objects.exists()
    assert host(pages.plain())[0].category.slug == "imported"


def test_members_may_not_import(mei):
    with pytest.raises(Refused):
        host(pages.plain(), importer=mei)
    assert not Thread.objects.exists()


def test_the_original_is_one_click_away_and_back(zhou):
    thread, _created = host(GARBLED)
    replies = list(Reply.objects.order_by("floor"))
    assert show_original(zhou, thread, reason="核对原文")
    thread.refresh_from_db()
    assert thread.title == pages.garbled(pages.TITLE)
    assert "(lái)" in thread.body + "".join(reply.body for reply in Reply.objects.all())
    assert Source.objects.get().shows_original
    assert not show_original(zhou, thread, reason="再来一次")
    assert show_repaired(zhou, thread, reason="核对完了")
    thread.refresh_from_db()
    assert thread.title == pages.TITLE
    assert [(reply.floor, reply.body) for reply in replies] == list(
        Reply.objects.order_by("floor").values_list("floor", "body")
    )
    assert [decision.verb for decision in Decision.objects.order_by("pk")] == ["original", "repaired"]


def test_a_page_imported_without_repair_shows_the_original_first(zhou):
    thread, _created = host(GARBLED, repair=False)
    assert Source.objects.get().shows_original and "(lái)" in thread.body
    assert show_repaired(zhou, thread, reason="看修复后的")
    thread.refresh_from_db()
    assert thread.title == pages.TITLE


def test_the_same_page_is_known_whether_it_was_repaired_or_not():
    thread, _created = host(GARBLED, repair=False)
    assert host(GARBLED) == (thread, False)
    assert Reply.objects.count() == 3


def test_members_may_not_choose_the_text_shown(mei):
    thread, _created = host(GARBLED)
    with pytest.raises(Refused):
        show_original(mei, thread, reason="我想看")


def test_a_thread_written_here_has_no_other_text(zhou):
    with pytest.raises(Refused):
        show_original(zhou, cast.make_thread(), reason="看看")


def test_the_contact_can_be_hidden_and_shown_again(hosted, zhou, mei, client):
    address = hosted.get_absolute_url()
    assert "zhichuan88" in client.get(address).content.decode()
    assert hide_contact(zhou, hosted, reason="个人信息")
    said = client.get(address).content.decode()
    assert "zhichuan88" not in said and "未经许可，禁止转载" in said
    assert not hide_contact(zhou, hosted, reason="再来一次")
    assert host(pages.plain())[0] == hosted and "zhichuan88" not in client.get(address).content.decode()
    assert show_contact(zhou, hosted, reason="作者同意")
    assert "zhichuan88" in client.get(address).content.decode()
    with pytest.raises(Refused):
        hide_contact(mei, hosted, reason="我想")


def test_a_failure_half_way_leaves_nothing(monkeypatch):
    def fail(*_args):
        raise RuntimeError("half way")

    monkeypatch.setattr("forum.actions.importing.index", fail)
    with pytest.raises(RuntimeError):
        host(pages.plain())
    assert not Thread.objects.exists() and not Reply.objects.exists() and not Source.objects.exists()
