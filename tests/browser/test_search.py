"""What was written in one script is found in the other."""

import re

from playwright.sync_api import expect


def test_traditional_words_find_simplified_ones_and_the_hit_is_marked(open_page, make_thread, make_reply, lin, mei):
    thread = make_thread(lin, title="支付宝的社交化", body="聊聊余额宝与理财。")
    make_reply(thread, mei, "余额宝的收益又降了。")
    page = open_page("/")
    page.get_by_role("combobox").fill("餘額寶")
    page.keyboard.press("Enter")
    expect(page.locator(".found")).to_have_count(2)
    expect(page.locator(".found mark").first).to_have_text("余额宝")
    page.get_by_role("link", name="评论 支付宝的社交化").click()
    expect(page.get_by_text("余额宝的收益又降了。")).to_be_in_viewport()


def test_simplified_words_find_traditional_ones_without_scripts(open_page, make_thread):
    make_thread(title="滑鼠與鍵盤", body="談談輸入法。")
    page = open_page("/search/", java_script_enabled=False)
    page.locator("#question").fill("键盘")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="滑鼠與鍵盤").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("滑鼠與鍵盤")


def test_nothing_found_is_said_kindly(open_page):
    for question in ("没有人写过的词", "'; drop table--", "<script>alert(1)</script>", "🙃"):
        page = open_page(f"/search/?q={question}")
        expect(page.locator(".empty__title")).to_be_visible()


def test_a_question_is_narrowed_by_a_facet_and_widened_by_its_chip(open_page, make_thread, make_reply, lin, mei):
    thread = make_thread(lin, title="支付宝的社交化", body="聊聊余额宝。")
    make_reply(thread, mei, "支付宝真方便。")
    page = open_page("/search/?q=支付宝", viewport={"width": 390, "height": 800})
    expect(page.locator(".found")).to_have_count(2)
    page.locator(".facets__link", has_text="评论").click()
    expect(page.locator(".found")).to_have_count(1)
    expect(page.locator("#question")).to_have_value("支付宝 type:reply")
    page.locator(".found summary").click()
    expect(page.locator(".why__parts")).to_contain_text("正文里有“支付宝”，1 次")
    page.get_by_role("link", name="去掉 type:reply").click()
    expect(page.locator(".found")).to_have_count(2)


def test_a_slip_is_answered_and_may_be_insisted_on(open_page, make_thread):
    make_thread(title="支付宝的社交化")
    page = open_page("/search/?q=支付保", java_script_enabled=False)
    expect(page.locator(".found mark").first).to_have_text("支付宝")
    page.get_by_role("link", name="仍按“支付保”搜索").click()
    expect(page.locator(".empty__title")).to_contain_text("没有找到")


def test_suggestions_are_chosen_with_the_keyboard(open_page, make_thread):
    thread = make_thread(title="支付宝的社交化", tags=["支付"])
    page = open_page("/search/")
    box = page.get_by_role("combobox", name="搜索文章与评论").and_(page.locator("#question"))
    box.press_sequentially("zhifubao")
    expect(page.get_by_role("option")).to_have_count(1)
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "question-suggestions-0")
    box.press("Enter")
    expect(page).to_have_url(re.compile(f"/threads/{thread.pk}/$"))
    page.goto(page.url.replace(f"/threads/{thread.pk}/", "/search/"))
    page.locator("#question").press_sequentially("支付")
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".found")).to_have_count(1)
