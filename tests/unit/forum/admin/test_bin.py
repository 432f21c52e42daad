"""The recycle bin: what was hidden or taken back, by whom, when and why; what was hidden is restored from there."""

import pytest
from django.utils import timezone

from forum.actions import moderation
from forum.actions.replies import withdraw_reply
from forum.actions.threads import withdraw_thread
from forum.models import Decision, HouseRule, State
from tests.cast import make_category, make_moderator

BIN = "/admin/bin/"


@pytest.fixture
def bins(zhou, mei, lin, make_thread, make_reply):
    """Hidden and withdrawn, of each kind one, and one that stands."""
    rule = HouseRule.objects.create(number=2, words="不发广告和引流")
    thread, gone = make_thread(mei, title="藏起来的文章"), make_thread(mei, title="收回的文章")
    hidden, back = make_reply(author=mei, body="藏起来的评论"), make_reply(author=lin, body="收回的评论")
    make_reply(author=mei, body="好好的评论")
    moderation.hide(zhou, thread, reason="文章里有广告", rule=rule)
    moderation.hide(zhou, hidden, reason="评论里有广告")
    withdraw_thread(mei, gone)
    withdraw_reply(lin, back)
    return {"thread": thread, "gone": gone, "hidden": hidden, "back": back}


def text(browser, query=""):
    answer = browser.get(BIN + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_when_and_why_of_each(client_of, zhou, bins):
    page = text(client_of(zhou))
    assert "藏起来的评论" in page and "收回的评论" in page and "好好的评论" not in page
    assert "评论里有广告" in page and "老周" in page
    for thing in (bins["back"], bins["gone"]):
        thing.refresh_from_db()
    assert f"{timezone.localtime(bins['back'].withdrawn_at):%Y-%m-%d %H:%M}" in page
    page = text(client_of(zhou), "?kind=thread")
    assert "藏起来的文章" in page and "收回的文章" in page and "第 2 条：不发广告和引流" in page
    assert "不会在一定期限后清除" in page, "what becomes of it is said plainly"


@pytest.mark.parametrize(
    ("query", "there", "missing"),
    [
        ("?state=hidden", "藏起来的评论", "收回的评论"),
        ("?state=withdrawn", "收回的评论", "藏起来的评论"),
        ("?q=收回", "收回的评论", "藏起来的评论"),
        ("?q=评论里有广告", "藏起来的评论", "收回的评论"),
        ("?q=小林", "收回的评论", "藏起来的评论"),
        ("?kind=thread&q=收回", "收回的文章", "藏起来的文章"),
    ],
)
def test_filters_and_words(client_of, zhou, bins, query, there, missing):
    page = text(client_of(zhou), query)
    assert there in page and missing not in page


@pytest.mark.parametrize("query", ["?kind=x&state=y&page=z", "?q=%00", "?q=" + "长" * 500, "?page=-1", "?state=public"])
def test_what_is_not_understood_is_everything(client_of, zhou, bins, query):
    page = text(client_of(zhou), query)
    assert "藏起来的评论" in page and "好好的评论" not in page


def test_what_was_hidden_is_restored_with_a_reason_and_hidden_again(client_of, zhou, bins):
    browser, reply = client_of(zhou), bins["hidden"]
    door = f"/admin/forum/reply/{reply.pk}/verbs/restore/"
    assert door in text(browser)
    answer = browser.post(door + "?next=/admin/bin/", {"said": "yes", "reason": "误隐藏", "next": BIN})
    assert answer.headers["Location"] == BIN
    reply.refresh_from_db()
    assert reply.state == State.PUBLIC
    assert Decision.objects.order_by("-number").first().verb == "restore"
    assert "藏起来的评论" not in text(browser)
    moderation.hide(zhou, reply, reason="还是广告")
    assert "还是广告" in text(browser)


def test_what_its_author_took_back_is_nobody_elses_to_bring_back(client_of, zhou, bins):
    assert f"/admin/forum/reply/{bins['back'].pk}/verbs/restore/" not in text(client_of(zhou))
    assert not moderation.restore(zhou, bins["back"], reason="我想")


def test_who_has_charge_of_a_shelf_sees_what_stands_there(client_of, bins, mei):
    other = make_moderator("老郑", "版主", make_category("ops", "运营杂谈"))
    assert "藏起来的评论" not in text(client_of(other))
    assert "藏起来的评论" in text(client_of(make_moderator("老钱", "版主", make_category())))
    assert client_of(mei).get(BIN).status_code == 403


def test_many_cost_no_more_than_few(client_of, zhou, mei, bins, make_reply, django_assert_max_num_queries):
    for number in range(10):
        moderation.hide(zhou, make_reply(author=mei, body=f"第 {number} 条"), reason="广告")
    browser = client_of(zhou)
    browser.get(BIN)
    with django_assert_max_num_queries(30):
        browser.get(BIN)
