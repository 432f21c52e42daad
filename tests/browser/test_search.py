"""What was written in one script is found in the other."""

from playwright.sync_api import expect


def test_traditional_words_find_simplified_ones_and_the_hit_is_marked(open_page, make_thread, make_reply, lin, mei):
    thread = make_thread(lin, title="支付宝的社交化", body="聊聊余额宝与理财。")
    make_reply(thread, mei, "余额宝的收益又降了。")
    page = open_page("/")
    page.get_by_role("searchbox").fill("餘額寶")
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
