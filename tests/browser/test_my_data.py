"""阿梅 reads what is kept about her, on a phone, and goes from there to her devices and away again."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_what_is_kept_to_where_it_stands(open_page, mei, make_thread, scripts):
    page = open_page(make_thread().get_absolute_url(), user=mei, viewport=PHONE, java_script_enabled=scripts)
    page.goto("/accounts/profile/")
    page.get_by_role("navigation", name="我的账号").get_by_role("link", name="我的数据").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("我的数据")
    expect(page.get_by_text("发布来源：网络地址和浏览器")).to_be_visible()
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.get_by_role("link", name="登录设备：网络地址、浏览器、时间").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("登录设备")
    page.go_back()
    page.get_by_role("link", name="带走我的数据").click()
    expect(page.get_by_role("button", name="打包我的数据")).to_be_visible()
