"""Merging and splitting discussions, and taking both back: nothing is lost, doubled or miscounted."""

import pytest

from forum.actions.counters import recount
from forum.actions.merging import merge, split, unmerge, unsplit
from forum.actions.moderation import hide
from forum.actions.tools import fold
from forum.models import Decision, Relocation, SearchEntry, State
from forum.rules import Refused, takes_replies
from tests.cast import make_category, make_moderator

OPENING = {"title": "另开一题", "body": "从上一篇的评论里分出来的话题。", "reason": "自成一题"}


def said(thread):
    return [(reply.floor, reply.body) for reply in thread.replies.order_by("floor")]


@pytest.fixture
def two(make_thread, make_reply):
    """Two discussions: 一 with three replies, one of them nested; 二 with one."""
    one, two = make_thread(title="第一篇"), make_thread(title="第二篇")
    root = make_reply(one, body="甲")
    make_reply(one, body="乙")
    make_reply(one, body="答甲", parent=root)
    make_reply(two, body="丙")
    return one, two


def test_merged_replies_go_on_under_the_other_article(zhou, two, visitor):
    one, two = two
    assert merge(zhou, one, into=two, reason="同一话题")
    assert not merge(zhou, one, into=two, reason="同一话题")
    one.refresh_from_db(), two.refresh_from_db()
    assert said(two) == [(1, "丙"), (2, "甲"), (3, "乙"), (4, "答甲")]
    assert (one.replies_count, two.replies_count, two.floors) == (0, 4, 4)
    assert not takes_replies(one)
    page = visitor.get(one.get_absolute_url()).content.decode()
    assert one.title in page and two.title in page and f"{two.get_absolute_url()}#replies" in page
    assert set(SearchEntry.objects.exclude(reply=None).values_list("thread", flat=True)) == {two.pk}
    assert not recount()


def test_a_merge_is_taken_back_to_the_old_floors(zhou, two, make_reply):
    one, two = two
    merge(zhou, one, into=two, reason="同一话题")
    answered = two.replies.get(body="甲")
    make_reply(two, body="后来答甲", parent=answered)
    make_reply(two, body="后来另说")
    one.refresh_from_db()
    assert unmerge(zhou, one, reason="弄错了")
    one.refresh_from_db(), two.refresh_from_db()
    assert said(one) == [(1, "甲"), (2, "乙"), (3, "答甲"), (4, "后来答甲")]
    assert [body for _floor, body in said(two)] == ["丙", "后来另说"]
    assert takes_replies(one)
    assert not Relocation.objects.exists()
    assert not recount()
    assert list(Decision.objects.order_by("pk").values_list("verb", flat=True)) == ["merge", "unmerge"]


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN, State.WITHDRAWN])
def test_only_public_articles_take_a_discussion_over(zhou, two, make_thread, state):
    with pytest.raises(Refused):
        merge(zhou, two[0], into=make_thread(state=state), reason="同一话题")
    with pytest.raises(Refused):
        merge(zhou, two[0], into=two[0], reason="同一话题")


def test_a_hidden_article_lends_its_title_to_nobody(zhou, two, visitor):
    one, two = two
    merge(zhou, one, into=two, reason="同一话题")
    hide(zhou, two, reason="广告")
    assert two.title not in visitor.get(one.get_absolute_url()).content.decode()


def test_a_split_takes_answers_along_and_names_the_moderator(zhou, two, visitor):
    one, _two = two
    new = split(zhou, one, floors=[3], category=make_category("ops", "运营"), **OPENING)
    one.refresh_from_db(), new.refresh_from_db()
    assert said(one) == [(2, "乙")]
    assert said(new) == [(1, "甲"), (2, "答甲")]
    assert (new.author, new.replies_count, one.replies_count, one.floors) == (zhou, 2, 1, 3)
    assert one.title in visitor.get(new.get_absolute_url()).content.decode()
    assert not recount()
    assert unsplit(zhou, new, reason="弄错了")
    one.refresh_from_db(), new.refresh_from_db()
    assert said(one) == [(1, "甲"), (2, "乙"), (3, "答甲")]
    assert new.state == State.HIDDEN
    assert visitor.get(new.get_absolute_url()).status_code == 404
    assert not recount()


def test_moved_twice_comes_back_step_by_step(zhou, two):
    one, two = two
    new = split(zhou, one, floors=[2], category=one.category, **OPENING)
    merge(zhou, new, into=two, reason="同一话题")
    unmerge(zhou, new, reason="弄错了") if not new.refresh_from_db() else None
    new.refresh_from_db()
    assert said(new) == [(1, "乙")]
    unsplit(zhou, new, reason="弄错了")
    assert said(one) == [(1, "甲"), (2, "乙"), (3, "答甲")]
    assert not recount()


def test_floors_nobody_has_split_nothing(zhou, two):
    with pytest.raises(Refused):
        split(zhou, two[0], floors=[99], category=two[0].category, **OPENING)
    assert not Decision.objects.exists()


def test_members_may_not(mei, two):
    with pytest.raises(Refused, match="版主"):
        merge(mei, two[0], into=two[1], reason="我想")
    with pytest.raises(Refused, match="版主"):
        split(mei, two[0], floors=[1], category=two[0].category, **OPENING)


def test_hidden_and_folded_replies_keep_what_was_decided_about_them(zhou, two):
    one, two = two
    hide(zhou, one.replies.get(body="乙"), reason="广告")
    fold(make_moderator("老郑"), one.replies.get(body="甲"), reason="离题")
    merge(zhou, one, into=two, reason="同一话题")
    two.refresh_from_db()
    assert two.replies_count == 3
    assert two.replies.get(body="乙").state == State.HIDDEN
    assert two.replies.get(body="甲").folded_at
    assert not recount()
