"""«理由»: asked before every verb, for one thing and for many."""

import pytest

from forum import limits
from forum.actions import moderation
from forum.models import Decision, Sanction, State
from tests.cast import make_category, make_moderator

REPLIES, THREADS, PEOPLE = "/admin/forum/reply/", "/admin/forum/thread/", "/admin/accounts/user/"


@pytest.fixture
def desk(zhou, client_of):
    return client_of(zhou)


def chosen(*things, **more):
    return {"_selected_action": [thing.pk for thing in things], **more}


def told(answer):
    return [str(message) for message in answer.context["messages"]]


def test_a_button_leads_to_the_page_that_asks_why_and_changes_nothing(desk, make_reply):
    reply = make_reply(body="加微信领资料")
    page = desk.get(f"{REPLIES}{reply.pk}/verbs/hide/")
    assert page.status_code == 200
    for words in ("加微信领资料", "理由", "人身攻击", "四川"):
        assert words in page.content.decode()
    reply.refresh_from_db()
    assert reply.state == State.PUBLIC


def test_with_a_reason_it_happens_and_leads_back(desk, zhou, make_reply):
    reply = make_reply()
    answer = desk.post(f"{REPLIES}{reply.pk}/verbs/hide/?next=/admin/", {"said": "yes", "usual": "人身攻击"})
    assert answer.headers["Location"] == "/admin/"
    reply.refresh_from_db()
    assert reply.state == State.HIDDEN
    assert Decision.objects.values_list("moderator", "verb", "reason").get() == (zhou.pk, "hide", "人身攻击")


def test_a_usual_reason_and_words_of_ones_own_stand_together(desk, make_reply):
    said = {"said": "yes", "usual": "人身攻击", "reason": " 第三次了 "}
    desk.post(f"{REPLIES}{make_reply().pk}/verbs/hide/", said)
    assert Decision.objects.get().reason == "人身攻击：第三次了"


@pytest.mark.parametrize("said", [{}, {"reason": "  "}, {"usual": "编造的"}, {"reason": "长" * 201}])
def test_without_a_fit_reason_the_page_asks_again_and_keeps_what_was_typed(desk, make_reply, said):
    reply = make_reply()
    answer = desk.post(f"{REPLIES}{reply.pk}/verbs/hide/", {"said": "yes", **said})
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()
    assert said.get("reason", "").strip() in answer.content.decode()
    assert not Decision.objects.exists()


def test_one_never_leaves_our_site_afterwards(desk, make_reply):
    path = f"{REPLIES}{make_reply().pk}/verbs/hide/?next=https://example.org/"
    assert desk.post(path, {"said": "yes", "reason": "广告"}).headers["Location"] == "/admin/"


def test_many_are_chosen_asked_once_and_counted(desk, zhou, make_thread, make_reply):
    thread = make_thread()
    public, hidden, gone = make_reply(thread), make_reply(thread), make_reply(thread, state=State.WITHDRAWN)
    moderation.hide(zhou, hidden, reason="广告")
    page = desk.post(REPLIES, chosen(public, hidden, gone, action="hide", index="0"))
    assert page.status_code == 200
    assert page.content.decode().count('name="_selected_action"') == 3
    said = chosen(public, hidden, gone, action="hide", said="yes", reason="广告", next=REPLIES)
    answer = desk.post(REPLIES, said, follow=True)
    assert told(answer) == ["隐藏：已处理 1 项。", "2 项无需改动。"]
    thread.refresh_from_db()
    assert thread.replies_count == 0
    assert Decision.objects.filter(verb="hide").count() == 2


def test_nothing_chosen_is_said_plainly(desk, make_reply):
    make_reply()
    answer = desk.post(REPLIES, {"action": "hide", "index": "0"}, follow=True)
    assert told(answer)
    assert not Decision.objects.exists()


def test_too_many_at_once_are_refused_whole(desk, make_reply, monkeypatch):
    monkeypatch.setattr(limits, "BULK_MOST", 1)
    answer = desk.post(REPLIES, chosen(make_reply(), make_reply(), action="hide", index="0"), follow=True)
    assert "1" in told(answer)[0]
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("verb", "column", "before"),
    [
        ("close_thread", "closed_at", None),
        ("pin", "pinned_at", None),
        ("feature", "featured_at", None),
        ("reopen_thread", "closed_at", "close_thread"),
        ("unpin", "pinned_at", "pin"),
        ("unfeature", "featured_at", "feature"),
    ],
)
def test_threads_are_marked_from_the_list(desk, zhou, make_thread, verb, column, before):
    threads = [make_thread(title="甲"), make_thread(title="乙")]
    for thread in threads if before else ():
        getattr(moderation, before)(zhou, thread, reason="好")
    desk.post(THREADS, chosen(*threads, action=verb, said="yes", reason="好"))
    for thread in threads:
        thread.refresh_from_db()
        assert bool(getattr(thread, column)) == (before is None)


def test_moving_asks_where_to(desk, make_thread):
    thread, shelf = make_thread(), make_category("ops", "运营")
    path = f"{THREADS}{thread.pk}/verbs/move/"
    assert "运营" in desk.get(path).content.decode()
    assert desk.post(path, {"said": "yes", "reason": "更合适"}).status_code == 422
    assert desk.post(path, {"said": "yes", "reason": "更合适", "category": "999"}).status_code == 422
    desk.post(path, {"said": "yes", "reason": "更合适", "category": shelf.pk})
    thread.refresh_from_db()
    assert thread.category == shelf


@pytest.mark.parametrize("days", ["", "0", "-3", "三", "99999999999999999999"])
def test_a_mute_asks_how_long(desk, mei, days):
    answer = desk.post(f"{PEOPLE}{mei.pk}/verbs/mute/", {"said": "yes", "reason": "刷屏", "days": days})
    assert answer.status_code == 422
    assert not Sanction.objects.exists()


def test_a_colleague_in_the_choice_is_refused_and_the_others_are_muted(desk, mei):
    colleague = make_moderator("老吴")
    said = chosen(mei, colleague, action="mute", said="yes", reason="刷屏", days="3", next=PEOPLE)
    answer = desk.post(PEOPLE, said, follow=True)
    assert told(answer) == ["禁言：已处理 1 项。", "1 项被拒绝：不能禁言版主"]
    assert Sanction.objects.get().user == mei


def test_a_mute_is_lifted_from_the_list_of_mutes(desk, jia):
    sanction = Sanction.objects.get()
    desk.post("/admin/forum/sanction/", chosen(sanction, action="unmute", said="yes", reason="误禁言"))
    sanction.refresh_from_db()
    assert sanction.lifted_at


def test_only_the_operator_sees_the_button_that_makes_moderators(desk, mei):
    page = desk.get(f"{PEOPLE}{mei.pk}/change/").content.decode()
    assert "任命版主" not in page
    assert desk.get(f"{PEOPLE}{mei.pk}/verbs/appoint/").status_code == 404
    desk.post(PEOPLE, chosen(mei, action="appoint", said="yes", reason="好朋友"))
    assert not mei.groups.exists()


def test_a_verb_nobody_knows_is_not_there(desk, make_reply):
    assert desk.get(f"{REPLIES}{make_reply().pk}/verbs/explode/").status_code == 404


def test_buttons_offered_are_those_that_make_sense(desk, make_reply):
    page = desk.get(f"{REPLIES}{make_reply(state=State.HELD).pk}/change/").content.decode()
    assert "/verbs/approve/" in page
    assert "/verbs/restore/" not in page
