"""Hands on the keyboard: everything is reached, in order, and one sees where one is."""

from playwright.sync_api import expect

FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    name: (at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent).trim(),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def steps(page, count):
    """What `count` presses of Tab lead to."""
    met = []
    for _press in range(count):
        page.keyboard.press("Tab")
        met.append(page.evaluate(FOCUSED))
    return met


def test_the_first_tab_offers_to_skip_to_the_text(open_page, make_thread):
    page = open_page(make_thread().get_absolute_url())
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    assert steps(page, 1)[0]["name"] == "产品", "the next step is inside the text, not in the header"


def test_every_step_is_seen_and_in_reading_order(open_page, make_thread, make_reply, mei):
    thread = make_thread()
    make_reply(thread, mei)
    met = steps(open_page(thread.get_absolute_url()), 34)
    assert not [step["name"] for step in met if not (step["ring"] and step["seen"])]
    names = [step["name"] for step in met]
    wanted = "跳到正文 跟帖 首页 搜索文章与评论 切换浅色与深色 登录 产品 分享 最早 注册 1_楼 回复 举报".split()
    ahead = iter(name.replace(" ", "_") for name in names)
    assert all(name in ahead for name in wanted), names


def test_a_reply_is_written_and_sent_without_a_mouse(open_page, make_thread, mei):
    page = open_page(make_thread().get_absolute_url(), user=mei)
    page.get_by_label("你的评论").focus()
    page.keyboard.type("手不离键盘。")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="发表评论")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".reply", has_text="手不离键盘。")).to_be_focused()


def test_the_member_menu_opens_by_key(open_page, mei):
    page = open_page("/", user=mei)
    page.locator("summary.menu__button").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("banner").get_by_role("link", name="写文章")).to_be_focused()
