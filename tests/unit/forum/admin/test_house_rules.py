"""The desk's side: rules are kept by 管理员, one is named with every hide, and edits are judged in the queue."""

import pytest

from forum.actions.claims import take
from forum.actions.replies import edit_reply
from forum.models import Amendment, BlockedWord, Decision, HouseRule, State
from tests.cast import make_moderator

QUEUE = "/admin/forum/claim/"


@pytest.fixture
def rule(db):
    return HouseRule.objects.create(number=2, words="不发广告和引流")


@pytest.fixture
def edited(mei, make_reply):
    BlockedWord.objects.create(word="加微信", level="hold")
    reply = make_reply(author=mei, body="我做了一个表格，需要的留言")
    edit_reply(mei, reply, "我做了一个表格，需要的加微信")
    return reply


def settle(browser, thing, **more):
    return browser.post(f"{QUEUE}settle/", {"thing": f"reply-{thing.pk}", **more})


def test_the_page_that_asks_why_asks_which_rule(rule, zhou, client_of, make_reply):
    reply, browser = make_reply(), client_of(zhou)
    door = f"/admin/forum/reply/{reply.pk}/verbs/hide/"
    assert "第 2 条：不发广告和引流" in browser.get(door).content.decode()
    answer = browser.post(door, {"said": "yes", "reason": "广告"})
    assert answer.status_code == 422 and "哪一条规则" in answer.content.decode()
    assert browser.post(door, {"said": "yes", "rule": rule.pk}).status_code == 302
    decision = Decision.objects.get()
    assert (decision.rule_number, decision.reason) == (2, "不发广告和引流"), "the rule speaks for itself"


def test_a_house_without_rules_asks_for_none(zhou, client_of, make_reply):
    door = f"/admin/forum/reply/{make_reply().pk}/verbs/hide/"
    assert "违反规则" not in client_of(zhou).get(door).content.decode()
    assert client_of(zhou).post(door, {"said": "yes", "reason": "广告"}).status_code == 302


def test_a_rule_given_up_is_not_chosen(rule, zhou, client_of, make_reply):
    old = HouseRule.objects.create(number=9, words="停用", is_active=False)
    door = f"/admin/forum/reply/{make_reply().pk}/verbs/hide/"
    assert client_of(zhou).post(door, {"said": "yes", "rule": old.pk}).status_code == 422


def test_the_queue_asks_which_rule_and_keeps_what_was_typed(rule, zhou, mei, client_of, make_reply):
    reply, browser = make_reply(author=mei, state=State.HELD), client_of(zhou)
    take(zhou)
    answer = settle(browser, reply, choice="hide", reason="自己的话")
    assert answer.status_code == 422 and "自己的话" in answer.content.decode()
    assert settle(browser, reply, choice="hide", rule=rule.pk).status_code == 302
    assert Decision.objects.get().rule == "第 2 条：不发广告和引流"
    assert settle(browser, reply, choice="hide", rule="x").status_code == 422


def test_an_edit_is_shown_with_what_changes_and_judged(rule, zhou, client_of, edited):
    browser = client_of(zhou)
    take(zhou)
    page = browser.get(QUEUE).content.decode()
    assert "<del>留言</del>" in page and "<ins>加微信</ins>" in page and "退回修改" in page
    assert "<ins>加微信</ins>" in browser.get(f"/admin/forum/reply/{edited.pk}/change/").content.decode()
    settle(browser, edited, choice="refuse", rule=rule.pk, reason="去掉联系方式")
    assert Amendment.objects.get().is_refused
    undo = browser.get(QUEUE).context["undoable"][0][0]
    browser.post(f"{QUEUE}undo/", {"batch": undo})
    assert Amendment.objects.get().is_waiting
    settle(browser, edited, choice="pass")
    edited.refresh_from_db()
    assert edited.body == "我做了一个表格，需要的加微信"


def test_the_rules_are_written_by_admins_and_begin_with_a_suggestion(zhou, client_of):
    admin = client_of(make_moderator("老孙", "管理员"))
    assert client_of(zhou).get("/admin/forum/houserule/").status_code == 403
    assert "参考规则" in admin.get("/admin/forum/houserule/").content.decode()
    admin.post("/admin/forum/houserule/suggest/")
    first = HouseRule.objects.get(number=1)
    assert admin.get("/admin/forum/houserule/add/").context["adminform"].form.initial["number"] == 8
    sent = {"number": 1, "words": "对事不对人，也不起外号", "about": "", "is_active": "on", "_save": ""}
    assert admin.post(f"/admin/forum/houserule/{first.pk}/change/", sent).status_code == 302
    first.refresh_from_db()
    assert first.words == "对事不对人，也不起外号"
    answer = admin.post(f"/admin/forum/houserule/{first.pk}/change/", sent | {"number": 2, "words": ""})
    assert answer.status_code == 200 and answer.context["adminform"].form.errors.keys() == {"number", "words"}
