"""Finding the next thing to read, and whether it has been written already."""

from playwright.sync_api import expect

from forum.actions.series import keep_series

PAYING = "支付宝的红包与集五福，社交裂变的玩法。"


def test_a_title_half_typed_shows_what_is_there(open_page, make_thread, mei):
    make_thread(title="红包大战", body=PAYING)
    page = open_page("/threads/write/", user=mei)
    expect(page.get_by_role("link", name="看看有没有人写过")).to_be_visible()
    page.locator("#id_title").press_sequentially("集五福和红包")
    expect(page.get_by_role("link", name="红包大战")).to_be_visible()


def test_without_scripts_one_asks_on_a_page(open_page, make_thread, mei):
    make_thread(title="红包大战", body=PAYING)
    page = open_page("/threads/similar/", user=mei, java_script_enabled=False)
    page.get_by_label("想写的标题").fill("集五福和红包")
    page.get_by_role("button", name="看看").click()
    expect(page.get_by_role("link", name="红包大战")).to_be_visible()


def test_a_series_is_read_from_first_to_last_on_a_phone(open_page, make_thread, lin):
    threads = [make_thread(title=title) for title in ("第一篇", "第二篇")]
    keep_series(lin, title="从零开始", about="", threads=threads)
    page = open_page(threads[0].get_absolute_url(), viewport={"width": 390, "height": 844})
    page.locator(".series__next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第二篇")
    page.get_by_role("link", name="从零开始").click()
    expect(page.get_by_role("link", name="第一篇")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
