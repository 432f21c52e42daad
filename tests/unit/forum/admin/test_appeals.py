"""Appeals at the moderators' desk: in sight, with both sides' words, decided by another after a reason."""

import pytest

from forum.actions import moderation
from forum.actions.appeals import appeal
from forum.models import Appeal, Decision, State
from tests.cast import make_moderator


@pytest.fixture
def plea(zhou, mei, make_reply):
    moderation.hide(zhou, make_reply(author=mei, body="你这文章抄的吧"), reason="人身攻击")
    return appeal(mei, Decision.objects.get(), "我有证据，不是攻击")


@pytest.fixture
def wu(db):
    return make_moderator("老吴")


def door(plea, verb):
    return f"/admin/forum/appeal/{plea.pk}/verbs/{verb}/"


def test_it_waits_on_the_first_page_with_both_sides(client_of, wu, plea):
    answer = client_of(wu).get("/admin/")
    page = answer.content.decode()
    for words in (
        "人身攻击",
        "我有证据，不是攻击",
        "老周",
        "阿梅",
        door(plea, "grant_appeal"),
        door(plea, "uphold_appeal"),
    ):
        assert words in page
    assert answer.context["waiting"]["appeal"] == 1


def test_whoever_decided_is_told_to_leave_it_to_another(client_of, zhou, plea):
    browser = client_of(zhou)
    page = browser.get("/admin/").content.decode()
    assert "须由另一位版主决定" in page and door(plea, "grant_appeal") not in page
    answer = browser.post(door(plea, "grant_appeal"), {"said": "yes", "reason": "我说了算"}, follow=True)
    assert "须由另一位版主决定" in answer.content.decode()
    plea.refresh_from_db()
    assert plea.outcome == Appeal.Outcome.OPEN


def test_the_page_asks_why_and_then_it_is_done(client_of, wu, plea):
    browser = client_of(wu)
    asked = browser.get(door(plea, "grant_appeal")).content.decode()
    assert "我有证据，不是攻击" in asked and "申诉成立" in asked
    assert browser.post(door(plea, "grant_appeal"), {"said": "yes"}).status_code == 422
    done = browser.post(door(plea, "grant_appeal"), {"said": "yes", "reason": "证据确凿"}, follow=True)
    assert "已处理 1 项" in done.content.decode()
    plea.refresh_from_db()
    assert (plea.outcome, plea.thing.state) == (Appeal.Outcome.GRANTED, State.PUBLIC)


def test_the_second_moderator_is_told_that_it_is_decided(client_of, wu, plea):
    client_of(wu).post(door(plea, "uphold_appeal"), {"said": "yes", "reason": "确有攻击"})
    third = client_of(make_moderator("老郑"))
    answer = third.post(door(plea, "grant_appeal"), {"said": "yes", "reason": "证据确凿"}, follow=True)
    assert "已经有了结果" in answer.content.decode()
    plea.refresh_from_db()
    assert plea.outcome == Appeal.Outcome.UPHELD


def test_the_list_and_the_page_show_what_came_of_it(client_of, wu, plea):
    browser = client_of(wu)
    here = f"/admin/forum/appeal/{plea.pk}/change/"
    assert door(plea, "grant_appeal") in browser.get(here).content.decode()
    browser.post(door(plea, "uphold_appeal"), {"said": "yes", "reason": "确有攻击"})
    page = browser.get(here).content.decode()
    assert "维持原处理" in page and "确有攻击" in page and "你这文章抄的吧" in page
    assert door(plea, "grant_appeal") not in page
    for address in ("", "?outcome__exact=upheld", "?q=证据"):
        assert "我有证据" in browser.get(f"/admin/forum/appeal/{address}").content.decode(), address
    assert "我有证据" not in browser.get("/admin/forum/appeal/?outcome__exact=open").content.decode()


def test_several_are_answered_at_once_from_the_list(client_of, wu, plea):
    chosen = {"action": "uphold_appeal", "_selected_action": [plea.pk], "said": "yes", "reason": "确有攻击"}
    client_of(wu).post("/admin/forum/appeal/", chosen)
    plea.refresh_from_db()
    assert plea.outcome == Appeal.Outcome.UPHELD


def test_members_do_not_get_in(client_of, mei, plea):
    assert client_of(mei).get("/admin/forum/appeal/").status_code == 403
