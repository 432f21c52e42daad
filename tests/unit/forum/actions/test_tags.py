"""Two tags become one."""

import pytest

from forum.actions.tags import free_tag, merge_tag
from forum.models import Decision, Tag
from forum.rules import Refused


@pytest.fixture
def tags(make_thread):
    both = make_thread(title="两个都有", tags=["支付宝", "ZFB"])
    only = make_thread(title="只有缩写", tags=["ZFB"])
    return Tag.objects.get(name="支付宝"), Tag.objects.get(name="ZFB"), both, only


def test_threads_move_and_the_old_address_leads_there(tags, zhou, visitor, make_thread):
    name, short, both, only = tags
    assert merge_tag(zhou, short, name, reason="同一样东西")
    assert set(name.threads.all()) == {both, only} and not short.threads.exists()
    answer = visitor.get("/tags/ZFB/")
    assert (answer.status_code, answer["Location"]) == (301, name.get_absolute_url())
    assert "只有缩写" in visitor.get("/feeds/tags/ZFB/").content.decode()
    assert [tag.name for tag in make_thread(tags=["zfb"]).tags.all()] == ["支付宝"]
    assert Decision.objects.get().detail == "#ZFB → #支付宝"


def test_saying_it_twice_is_saying_it_once_and_chains_are_cut_short(tags, zhou, make_thread):
    name, short, *_threads = tags
    assert merge_tag(zhou, short, name, reason="同一样东西")
    assert not merge_tag(zhou, short, name, reason="同一样东西")
    assert not merge_tag(zhou, name, short, reason="绕回来")
    make_thread(tags=["移动支付"])
    wide = Tag.objects.get(name="移动支付")
    assert merge_tag(zhou, name, wide, reason="更常用")
    assert set(Tag.objects.filter(same_as=wide)) == {name, short}


def test_an_alias_may_be_set_free(tags, zhou, visitor):
    name, short, *_threads = tags
    assert not free_tag(zhou, short, reason="两回事")
    merge_tag(zhou, short, name, reason="同一样东西")
    assert free_tag(zhou, short, reason="两回事")
    assert visitor.get("/tags/ZFB/").status_code == 200


def test_only_moderators_do_this_and_they_say_why(tags, mei, zhou):
    name, short, *_threads = tags
    for verb, about in ((merge_tag, [short, name]), (free_tag, [short])):
        with pytest.raises(Refused):
            verb(mei, *about, reason="我想")
    with pytest.raises(Refused):
        merge_tag(zhou, short, name, reason=" ")


def test_a_moderator_merges_at_the_desk(tags, zhou, client_of):
    name, short, *_threads = tags
    chosen = {"action": "merge_tag", "_selected_action": [short.pk]}
    desk = client_of(zhou)
    assert "#ZFB" in desk.post("/admin/forum/tag/", chosen).content.decode()
    wrong = desk.post("/admin/forum/tag/", {**chosen, "said": "yes", "into": "没有这个", "reason": "同义"})
    assert (wrong.status_code, "没有叫这个名字的标签" in wrong.content.decode()) == (422, True)
    assert (
        desk.post("/admin/forum/tag/", {**chosen, "said": "yes", "into": "支付寶", "reason": "同义"}).status_code == 302
    )
    short.refresh_from_db()
    assert short.same_as == name
