"""Due process as its author lives it: what waits, what was sent back and by which rule, and the way to mend it."""

import pytest
from playwright.sync_api import expect

from forum.models import BlockedWord, Decision, HouseRule, State

PHONE = {"width": 390, "height": 844}
QUEUE = "/admin/forum/claim/"


@pytest.fixture(autouse=True)
def house(rows):
    HouseRule.objects.create(number=1, words="对事不对人")
    HouseRule.objects.create(number=2, words="不发广告和引流", about="评论里也一样")
    BlockedWord.objects.create(word="加微信", level="hold")


def test_an_edit_waits_is_refused_with_a_rule_mended_and_read_by_everybody(open_page, make_reply, mei, zhou):
    reply = make_reply(author=mei, body="我做了一张表格")
    author = open_page(reply.thread.get_absolute_url(), user=mei)
    author.locator(f"#reply-{reply.pk}").get_by_role("link", name="修改", exact=True).click()
    author.get_by_label("你的评论").fill("我做了一张表格，需要的加微信")
    author.get_by_role("button", name="保存").click()
    expect(author.locator(f"#reply-{reply.pk} .reply__edit")).to_contain_text("等待审核")

    reader = open_page(reply.thread.get_absolute_url())
    expect(reader.get_by_text("我做了一张表格")).to_be_visible()
    expect(reader.get_by_text("加微信")).to_have_count(0)

    desk = open_page(QUEUE, user=zhou)
    desk.keyboard.press("n")
    item = desk.locator("[data-item]")
    expect(item.locator("ins")).to_have_text("，需要的加微信")
    desk.keyboard.press("h")  # which rule?
    expect(item.get_by_label("违反规则")).to_be_focused()
    item.get_by_label("违反规则").select_option("第 2 条：不发广告和引流")
    item.get_by_role("button", name="退回修改").click()
    expect(desk.locator("[data-item]")).to_have_count(0)

    author.goto("/decisions/")
    expect(author.get_by_role("link", name="第 2 条：不发广告和引流")).to_be_visible()
    author.get_by_role("link", name="修改后重新提交").click()
    author.get_by_label("你的评论").fill("我做了一张表格，链接在个人页")
    author.get_by_role("button", name="保存").click()
    reader.reload()
    expect(reader.get_by_text("我做了一张表格，链接在个人页")).to_be_visible()


def test_a_hidden_article_is_mended_on_a_phone_without_scripts(open_page, make_thread, lin, zhou):
    thread = make_thread(lin, title="加个群", body="群号在文末")
    desk = open_page(
        f"/admin/forum/thread/{thread.pk}/verbs/hide/", user=zhou, viewport=PHONE, java_script_enabled=False
    )
    desk.get_by_label("第 2 条：不发广告和引流").check()
    desk.get_by_role("button", name="隐藏").click()
    assert Decision.objects.get().rule_number == 2

    author = open_page(thread.get_absolute_url(), user=lin, viewport=PHONE, java_script_enabled=False)
    expect(author.get_by_text("第 2 条：不发广告和引流")).to_be_visible()
    author.get_by_role("link", name="修改后重新提交").click()
    author.get_by_label("标题").fill("写一篇正经的")
    author.get_by_role("button", name="保存").click()
    thread.refresh_from_db()
    assert (thread.state, thread.title) == (State.HELD, "写一篇正经的")
    width = author.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]


def test_the_rules_are_one_press_from_anywhere(open_page):
    page = open_page("/", viewport=PHONE)
    page.get_by_role("contentinfo").get_by_role("link", name="社区规则").click()
    expect(page.get_by_role("heading", name="不发广告和引流")).to_be_visible()
