"""通知: 阿梅 replies, 小林 sees the bell, opens what she is told and reads the rest away; also on a phone."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize(
    "how", [{}, {"viewport": PHONE}, {"java_script_enabled": False}], ids=["desk", "phone", "bare"]
)
def test_somebody_answers_and_i_am_told(open_page, make_thread, make_reply, lin, mei, zhou, how):
    thread = make_thread(lin, title="长文该不该分页")
    page = open_page("/", user=lin, **how)
    expect(page.get_by_role("link", name="通知", exact=True)).to_be_visible()
    make_reply(thread, mei, "未必吧")
    make_reply(make_thread(zhou), zhou, "@小林 也来看看")
    page.goto("/")
    page.get_by_role("link", name="通知，2 条未读").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="阿梅 回复了你的文章《长文该不该分页》").click()
    expect(page.locator(".reply").get_by_text("未必吧")).to_be_visible()
    page.get_by_role("link", name="通知，1 条未读").click()
    page.get_by_role("button", name="全部标为已读").click()
    expect(page.get_by_role("link", name="通知", exact=True)).to_be_visible()
    page.get_by_role("link", name="通知设置").click()
    page.get_by_label("有人提到我").uncheck()
    page.get_by_role("button", name="保存").click()
    make_reply(thread, mei, "再说两句")
    page.goto("/")
    expect(page.get_by_role("link", name="通知，1 条未读")).to_be_visible()
