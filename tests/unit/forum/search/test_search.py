import pytest
from django.contrib.auth.models import AnonymousUser

from forum import limits
from forum.actions.moderation import hide, restore
from forum.actions.replies import edit_reply, withdraw_reply
from forum.actions.threads import edit_thread, withdraw_thread
from forum.models import SearchEntry, State
from forum.search import search

VISITOR = AnonymousUser()

pytestmark = pytest.mark.django_db


def found(query, viewer=VISITOR, **about):
    return [hit.reply or hit.thread for hit in search(query, viewer, **about).hits]


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("支付宝社交化的用意何在", "支"),
        ("支付宝社交化的用意何在", "何"),
        ("支付宝社交化的用意何在", "社交"),
        ("支付宝社交化的用意何在", "交化"),
        ("支付宝社交化的用意何在", "支付寶社交化"),
        ("支付寶社交化的用意何在", "支付宝"),
        ("結婚的和尚未結婚的", "和尚"),
        ("乾隆的著作", "乾"),
        ("他的計畫與項鍊", "计划 项链"),
        ("Ｏ２Ｏ與５Ｇ", "o2o 5g"),
        ("B端与C++、v2.0", "Ｂ端"),
        ("B端与C++、v2.0", "c++ v2.0"),
        ("iPhone15发布", "iphone"),
        ("打开APP", "“打开 app”"),
    ],
)
def test_what_is_written_is_found(make_thread, title, query):
    thread = make_thread(title=title, body="无关")
    make_thread(title="别的", body="别的")
    assert found(query) == [thread]


@pytest.mark.parametrize(
    "query", ["", " ", "'", "\\", "\0", "-", "& | ! :* ( <->", "'; drop table", "支" * 10_000, "% _"]
)
def test_no_question_is_too_strange(make_thread, query):
    make_thread(title="别的", body="别的")
    assert found(query) == []


def test_replies_are_found_too_and_say_where_they_stand(make_thread, make_reply):
    reply = make_reply(make_thread(title="别的"), body="红包大战开始了")
    hit = search("红包", VISITOR).hits[0]
    assert (hit.reply, hit.thread) == (reply, reply.thread)
    assert hit.snippet == "<mark>红包</mark>大战开始了"


def test_the_title_weighs_more_than_the_body_and_a_word_more_than_a_pair(make_thread):
    pair = make_thread(title="别的", body="结婚的和尚未结婚的")
    body = make_thread(title="别的", body="山上的和尚")
    title = make_thread(title="三个和尚", body="没水喝")
    newest = make_thread(title="别的", body="结婚的和尚未结婚的")
    assert found("和尚") == [title, body, newest, pair]


def test_latest_is_newest_first(make_thread):
    first = make_thread(title="支付宝", body="支付宝")
    second = make_thread(title="别的", body="支付宝")
    assert found("支付宝") == [first, second]
    assert found("支付宝", sort="latest") == [second, first]


def test_an_excluded_word_excludes(make_thread):
    make_thread(title="支付宝和微信")
    thread = make_thread(title="支付宝")
    assert found("支付宝 -微信") == [thread]


def test_hits_are_marked_and_what_authors_typed_is_escaped(make_thread):
    make_thread(title="<b>支付寶</b>", body="用**支付宝**的<script>人")
    hit = search("支付宝", VISITOR).hits[0]
    assert hit.title == "&lt;b&gt;<mark>支付寶</mark>&lt;/b&gt;"
    assert hit.snippet == "用<mark>支付宝</mark>的&lt;script&gt;人"


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN, State.WITHDRAWN])
def test_what_is_not_public_is_never_found(make_thread, make_reply, state, lin, zhou):
    make_thread(title="支付宝", state=state)
    make_reply(make_thread(title="别的"), body="支付宝", state=state)
    for viewer in (VISITOR, lin, zhou):
        assert found("支付宝", viewer) == []
        assert search("支付宝", viewer).count == 0


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN, State.WITHDRAWN])
def test_a_reply_in_a_thread_that_is_not_public_is_never_found(make_thread, make_reply, state):
    thread = make_thread(title="别的")
    make_reply(thread, body="支付宝")
    type(thread).objects.filter(pk=thread.pk).update(state=state)
    assert found("支付宝") == []


def test_search_follows_what_moderators_and_authors_do(make_thread, make_reply, lin, zhou):
    thread = make_thread(title="支付宝")
    reply = make_reply(thread, body="花呗")
    hide(zhou, thread, reason="广告")
    assert found("支付宝") == found("花呗") == []
    restore(zhou, thread, reason="看错了")
    assert (found("支付宝"), found("花呗")) == ([thread], [reply])
    edit_thread(lin, thread, title="余额宝", body="无", category=thread.category)
    edit_reply(lin, reply, "借呗")
    assert found("支付宝") == found("花呗") == []
    assert (found("余额宝"), found("借呗")) == ([thread], [reply])
    withdraw_reply(lin, reply)
    withdraw_thread(lin, thread)
    assert found("余额宝") == found("借呗") == []
    assert not SearchEntry.objects.exists()


def pages_of(query, **about):
    """All hits page by page, following the cursors."""
    cursor, pages = "", []
    while True:
        results = search(query, VISITOR, cursor=cursor, **about)
        pages.append([hit.reply or hit.thread for hit in results.hits])
        if not (cursor := results.next):
            return pages


@pytest.mark.parametrize("sort", ["relevance", "latest"])
def test_pages_follow_one_another_and_nothing_is_seen_twice(make_thread, monkeypatch, sort):
    monkeypatch.setattr(limits, "RESULTS_PER_PAGE", 2)
    threads = [make_thread(title=f"支付宝{number}") for number in range(5)][::-1]
    assert pages_of("支付宝", sort=sort) == [threads[:2], threads[2:4], threads[4:]]


def test_what_is_written_meanwhile_does_not_move_the_next_page(make_thread, monkeypatch):
    monkeypatch.setattr(limits, "RESULTS_PER_PAGE", 2)
    old = [make_thread(title=f"支付宝{number}") for number in range(4)][::-1]
    for sort in ("relevance", "latest"):
        first = search("支付宝", VISITOR, sort=sort)
        new = make_thread(title="支付宝支付宝")
        following = search("支付宝", VISITOR, sort=sort, cursor=first.next)
        assert [hit.thread for hit in following.hits] == old[2:]
        new.delete()


def test_relevance_weighs_the_newest_and_no_more(make_thread, monkeypatch):
    monkeypatch.setattr(limits, "RESULTS_RANKED", 4)
    threads = [make_thread(title=f"支付宝{number}") for number in range(7)][::-1]
    results = search("支付宝", VISITOR)
    assert [hit.thread for hit in results.hits] == threads[:4]
    assert (results.count, results.is_exact) == (7, True)


@pytest.mark.parametrize("cursor", ["x", "1", "1-2", "1-2-3-4", "-1-2-3", "9" * 99, "²-1", "99999999999999999-1-1"])
@pytest.mark.parametrize("sort", ["relevance", "latest"])
def test_a_strange_cursor_is_a_page_and_no_error(make_thread, cursor, sort):
    make_thread(title="支付宝")
    assert search("支付宝", VISITOR, sort=sort, cursor=cursor).count in {0, 1}


def test_a_page_of_results_costs_the_same_for_two_hits_and_for_ten(make_thread, make_reply, django_assert_num_queries):
    for many in (1, 4):
        for _ in range(many):
            make_reply(make_thread(title="支付宝"), body="支付宝")
        with django_assert_num_queries(9):
            assert len(search("支付宝", VISITOR).hits) == (2 if many == 1 else 10)


def test_an_article_of_the_greatest_length_is_indexed_to_its_end(make_thread):
    everything = "".join(map(chr, range(0x4E00, 0x9FA5)))
    thread = make_thread(title="字典", body=everything + "\n\n红包大战")
    assert found("红包大战") == [thread]
    assert found("“包大战”") == [thread]


def test_editing_what_a_moderator_has_just_hidden_does_not_bring_it_back(make_thread, make_reply, lin, zhou):
    thread = make_thread(title="支付宝")
    reply = make_reply(thread, body="花呗")
    stale_thread, stale_reply = type(thread).objects.get(pk=thread.pk), type(reply).objects.get(pk=reply.pk)
    hide(zhou, reply, reason="广告")
    hide(zhou, thread, reason="广告")
    edit_reply(lin, stale_reply, "借呗")
    edit_thread(lin, stale_thread, title="余额宝", body="无", category=thread.category)
    assert found("借呗") == found("余额宝") == []
    assert type(thread).objects.get(pk=thread.pk).state == type(reply).objects.get(pk=reply.pk).state == State.HELD
