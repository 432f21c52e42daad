"""关注: from a person's page, a tag and an article into one's own list; also on a phone and without scripts."""

import pytest
from playwright.sync_api import expect

from forum.actions.follows import set_follow

WAYS = {"desk": {}, "phone": {"viewport": {"width": 390, "height": 844}}, "no scripts": {"java_script_enabled": False}}


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS)
def test_i_follow_and_read_what_is_new(open_page, make_thread, make_reply, lin, mei, zhou, how):
    talked = make_thread(zhou, title="有人聊的文章")
    make_thread(zhou, title="带标签的", tags=["阅读"])
    page = open_page("/people/小林/", user=mei, **how)
    for path in ("/people/小林/", "/tags/阅读/"):
        page.goto(path)
        page.locator("main").get_by_role("button", name="关注").click()
        expect(page.locator("main").get_by_role("button", name="已关注")).to_have_attribute("aria-pressed", "true")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(talked.get_absolute_url())
    page.get_by_role("button", name="关注评论").click()
    expect(page.get_by_role("button", name="已关注评论")).to_be_visible()
    make_thread(lin, title="小林的新文章")
    make_reply(talked, lin)
    page.goto("/")
    page.get_by_role("link", name="关注", exact=True).click()
    expect(page.locator(".card__link")).to_have_text(["有人聊的文章", "小林的新文章", "带标签的"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_visitor_is_led_to_sign_in_from_the_tab(open_page, lin):
    page = open_page("/")
    page.get_by_role("link", name="关注", exact=True).click()
    expect(page.get_by_text("登录后查看你关注的内容")).to_be_visible()
    page.locator(".gate").get_by_role("link", name="登录").click()
    assert page.url.endswith("next=/following/")


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS)
def test_i_switch_lists_of_my_own_off_and_on_again(open_page, make_thread, lin, mei, how):
    set_follow(mei, lin, followed=True)
    make_thread(lin, title="小林的新文章")
    page = open_page("/my-data/", user=mei, **how)
    page.get_by_role("link", name="去关闭").click()
    page.get_by_label("为我列出所关注的新内容").uncheck()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="保存").click()
    page.goto("/")
    page.get_by_role("link", name="关注", exact=True).click()
    expect(page.get_by_text("你已关闭个性化列表")).to_be_visible()
    expect(page.locator(".card__link")).to_have_count(0)
    page.get_by_role("link", name="去开启").click()
    page.get_by_label("为我列出所关注的新内容").check()
    page.get_by_role("button", name="保存").click()
    page.goto("/following/")
    expect(page.locator(".card__link")).to_have_text(["小林的新文章"])
