"""违规公示: off until the operator opens it; counts and cases, and nobody to be found by them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum import limits
from forum.actions import moderation, people
from forum.actions.appeals import appeal, grant_appeal
from forum.actions.precedents import exhibit, withhold
from forum.actions.queue import Choice, settle, undo
from forum.actions.site import save_settings
from forum.models import Decision, HouseRule, Precedent, SiteSettings, State
from forum.models.tally import months_until
from forum.rules import Refused
from tests.cast import make_moderator

PAGE = "/offences/"
SUMMARY = "在别人的文章下反复贴同一个公众号，提醒后仍然继续。"


@pytest.fixture
def rule(db):
    return HouseRule.objects.create(number=2, words="不发广告和引流")


@pytest.fixture
def opened(db):
    SiteSettings(shows_offences=True).save()


@pytest.fixture
def hidden(zhou, mei, make_thread, make_reply, rule):
    """The Decision by which a reply of 阿梅's was hidden."""
    reply = make_reply(make_thread(title="支付宝的用意"), mei, "加我微信 13800138000")
    moderation.hide(zhou, reply, reason="引流", rule=rule)
    return Decision.objects.get()


def test_there_is_no_page_and_no_link_until_it_is_switched_on(visitor, hidden):
    assert visitor.get(PAGE).status_code == 404
    assert PAGE not in visitor.get("/").content.decode()
    save_settings(make_moderator("老孙", "管理员"), reason="公开透明", shows_offences=True)
    assert visitor.get(PAGE).status_code == 200
    assert PAGE in visitor.get("/").content.decode()


def test_counts_by_month_measure_and_rule(zhou, mei, hidden, rule, make_reply):
    people.mute(zhou, mei, days=3, reason="刷屏")
    people.warn(zhou, mei, reason="引流", rule=rule)
    moderation.restore(zhou, hidden.thing, reason="误隐藏")  # the measure was taken all the same
    done = settle(zhou, make_reply(state=State.HELD), Choice.HIDE, reason="点错")
    undo(zhou, done, reason="点错了")
    this, before, *_older = months_until(timezone.now())
    verb = Decision.Verb
    assert dict(this.measures) == {verb.HIDE: 1, verb.MUTE: 1, verb.WARN: 1}, "what was undone is not counted"
    assert dict(this.rules) == {2: 2, None: 1}
    assert this.median is None
    assert not before.total


def test_how_long_things_waited_and_what_became_of_appeals(zhou, mei, hidden, make_reply):
    reply = make_reply(author=mei, state=State.HELD, created_at=timezone.now() - timedelta(hours=3))
    settle(zhou, reply, Choice.PASS, reason="好")
    grant_appeal(make_moderator("老吴"), appeal(mei, hidden, "不是广告"), reason="说得对")
    this = months_until(timezone.now())[0]
    assert timedelta(hours=3) <= this.median < timedelta(hours=4)
    assert dict(this.appeals) == {"granted": 1}


def test_as_many_months_as_promised_end_with_this_one(db):
    now = timezone.now()
    months = [month.first for month in months_until(now)]
    assert len(set(months)) == limits.TALLY_MONTHS and months == sorted(months, reverse=True)
    assert months[0] == timezone.localtime(now).date().replace(day=1)


def test_the_page_names_nobody(visitor, opened, zhou, mei, hidden):
    exhibit(zhou, hidden, summary=SUMMARY, reason="常有人问")
    page = visitor.get(PAGE).content.decode()
    main = page[page.index('id="main"') :] if 'id="main"' in page else page
    assert SUMMARY in main and "不发广告和引流" in main
    for trace in (
        "阿梅",
        "老周",
        "支付宝的用意",
        "13800138000",
        "加我微信",
        "引流</span>",
        f"/replies/{hidden.reply_id}",
    ):
        assert trace not in main, trace


@pytest.mark.parametrize(
    "summary",
    [
        "阿梅反复发广告", "老周隐藏了一条", "在《支付宝的用意》下发广告", "见 https://example.org",
        "给 a@example.org 写信",        "来自 61.139.2.69", "来自 2001:db8::1", "电话 13800138000", "@某人 骂人", " ",
    ],
)  # fmt: skip
def test_a_case_that_leads_to_somebody_is_refused(zhou, hidden, summary):
    with pytest.raises(Refused):
        exhibit(zhou, hidden, summary=summary, reason="常有人问")
    assert not Precedent.objects.exists()


def test_who_shows_cases_and_which(zhou, mei, hidden, make_thread):
    with pytest.raises(Refused):
        exhibit(mei, hidden, summary=SUMMARY, reason="我想")
    moderation.pin(zhou, make_thread(), reason="公告")
    pinned = Decision.objects.get(verb="pin")
    with pytest.raises(Refused):
        exhibit(zhou, pinned, summary=SUMMARY, reason="常有人问")


def test_a_case_is_told_anew_and_taken_down_and_each_is_signed_for(zhou, hidden):
    assert exhibit(zhou, hidden, summary=SUMMARY, reason="常有人问")
    assert not exhibit(zhou, hidden, summary=SUMMARY, reason="常有人问")
    assert exhibit(zhou, hidden, summary="换个说法。", reason="更清楚")
    assert withhold(zhou, hidden, reason="过时了")
    assert not withhold(zhou, hidden, reason="过时了")
    assert [row.verb for row in Decision.objects.order_by("number")][1:] == ["exhibit", "exhibit", "withhold"]


def test_the_desk_tells_a_case_and_keeps_what_was_typed(client_of, zhou, hidden):
    browser, door = client_of(zhou), f"/admin/forum/decision/{hidden.pk}/verbs/exhibit/"
    assert door in browser.get(f"/admin/forum/decision/{hidden.pk}/change/").content.decode()
    answer = browser.post(door, {"said": "yes", "summary": "阿梅反复发广告", "reason": "常有人问"})
    assert answer.status_code == 422 and "阿梅反复发广告" in answer.content.decode()
    assert browser.post(door, {"said": "yes", "summary": SUMMARY, "reason": "常有人问"}).status_code == 302
    assert SUMMARY in browser.get(door).content.decode()
    assert Precedent.objects.get().summary == SUMMARY
    assert "对选中的" not in browser.get("/admin/forum/decision/").content.decode()
