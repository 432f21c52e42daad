"""一键防护: somebody attacked by a crowd closes the door with one press; a stranger is told so and loses nothing."""

import pytest
from playwright.sync_api import expect

from forum.actions.shelters import leave_shelter, take_shelter
from forum.models import Reply, Report, Shelter
from tests.cast import make_user

SIZES = [{"width": 390, "height": 844}, {"width": 1280, "height": 900}]
WORDS = "这是我写了很久的一段话。"


@pytest.fixture
def thread(make_thread, lin):
    return make_thread(lin, title="支付的下一站")


@pytest.fixture
def heard(open_page, thread):
    """``heard("…")``: the server has heard of what was just committed; its page says so to some member."""
    page = open_page(user=make_user("路人"))

    def until(words):
        for _time in range(100):
            page.goto(f"/threads/{thread.pk}/")
            if words in page.content():
                return
        raise AssertionError(f"never heard of: {words}")

    return until


@pytest.mark.parametrize("viewport", SIZES, ids=["phone", "desk"])
def test_one_press_closes_the_door_and_one_opens_it(open_page, thread, lin, viewport):
    page = open_page(lin.get_absolute_url(), user=lin, viewport=viewport)
    page.get_by_role("button", name="一键防护 7 天").click()
    expect(page.get_by_role("heading", name="一键防护")).to_be_visible()
    expect(page.locator(".shelter")).to_contain_text("防护中，至")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(f"/threads/{thread.pk}/")
    expect(page.locator("#replies")).to_contain_text("陌生人不能回复你，也不能提到你")
    page.locator("#replies").get_by_role("link", name="怎么用").click()
    page.get_by_label("30 天").check()
    page.get_by_role("button", name="从现在起重新计时").click()
    expect(page.locator(".messages")).to_contain_text("防护已开启")
    page.get_by_role("button", name="提前结束").click()
    expect(page.locator(".messages")).to_contain_text("防护已结束")
    expect(page.locator(".shelter")).to_have_count(0)
    assert Shelter.objects.count() == 2 and not Shelter.objects.in_force().exists()


@pytest.mark.parametrize("viewport", SIZES, ids=["phone", "desk"])
def test_a_stranger_with_an_open_form_keeps_what_they_wrote(open_page, thread, lin, mei, heard, witness, viewport):
    witness.expected = {403}
    page = open_page(f"/threads/{thread.pk}/", user=mei, viewport=viewport)
    page.locator("#reply-body").fill(WORDS)
    take_shelter(lin, days=7)
    heard("只有小林回复过的人可以回复")
    page.locator("#write button[type=submit]").click()
    expect(page.locator("#notices")).to_contain_text("只有小林回复过的人可以回复")
    expect(page.locator("#reply-body")).to_have_value(WORDS)
    page.reload()
    expect(page.locator("#write")).to_contain_text("只有小林回复过的人可以回复")
    expect(page.locator("#reply-body")).to_have_count(0)
    Shelter.objects.all().delete()
    leave_shelter(lin)
    heard("reply-body")
    page.reload()
    expect(page.locator("#reply-body")).to_have_value(WORDS)
    assert not Reply.objects.exists()


def test_without_scripts_the_words_come_back(open_page, thread, lin, mei, heard, witness):
    witness.expected = {403}
    page = open_page(f"/threads/{thread.pk}/", user=mei, java_script_enabled=False)
    page.locator("#reply-body").fill(WORDS)
    take_shelter(lin, days=7)
    heard("只有小林回复过的人可以回复")
    page.locator("#write button[type=submit]").click()
    expect(page.locator(".refusal")).to_contain_text("只有小林回复过的人可以回复")
    expect(page.get_by_label("你写的内容")).to_have_value(WORDS)


def test_bullying_reported_is_first_and_the_moderator_protects(open_page, thread, lin, mei, zhou, make_reply):
    reply = make_reply(thread, mei, body="大家都来骂他")
    page = open_page(f"/replies/{reply.pk}/report/", user=lin)
    expect(page.get_by_role("link", name="开启一键防护")).to_be_visible()
    page.get_by_label("网络暴力").check()
    page.get_by_role("button", name="举报").click()
    expect(page.locator(".messages")).to_contain_text("谢谢")
    desk = open_page("/admin/forum/claim/", user=zhou)
    desk.get_by_role("button", name="领取").click()
    expect(desk.locator(f"#reply-{reply.pk}")).to_contain_text("优先：可能有人正在受伤害")
    desk.get_by_role("link", name="为 小林 开启防护").click()
    desk.get_by_label("被多人围攻").check()
    desk.get_by_role("button", name="开启防护").click()
    expect(desk.locator(f"#reply-{reply.pk}")).to_be_visible()
    assert Shelter.objects.get().moderator == zhou
    assert Report.objects.get().outcome == Report.Outcome.OPEN
