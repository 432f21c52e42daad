"""A newcomer with a telephone: a code in a text message, then back in the box with the draft."""

import re

import pytest
from playwright.sync_api import expect

from forum.models import Reply
from tests import sms
from tests.cast import PASSWORD

BOX = re.compile(r"#write$")


@pytest.mark.parametrize(("width", "scripts"), [(390, True), (390, False), (1280, True)])
def test_a_newcomer_signs_up_by_text_message_and_comes_back_by_code(open_page, make_thread, folder, width, scripts):
    thread = make_thread()
    size = {"width": width, "height": 844}
    page = open_page(thread.get_absolute_url(), java_script_enabled=scripts, viewport=size)
    page.locator("#write").get_by_role("link", name="注册").click()
    page.get_by_role("link", name="用手机号").click()
    page.get_by_label("手机号", exact=True).fill("138 0013 8000")
    page.get_by_label("用户名").fill("新来的小王")
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.locator("main").get_by_role("button", name="注册").click()
    page.get_by_label("验证码").fill(sms.read(folder)[-1][2])
    page.get_by_role("button", name="确认").click()
    expect(page).to_have_url(BOX)
    page.context.clear_cookies()
    page.goto(thread.get_absolute_url())
    page.locator("#write").get_by_role("link", name="登录").click()
    page.get_by_role("link", name="用验证码登录").click()
    page.get_by_label("邮箱或手机号").fill("13800138000")
    page.get_by_role("button", name="发送验证码").click()
    page.get_by_label("验证码").fill(sms.read(folder)[-1][2])
    page.get_by_role("button", name="确认").click()
    expect(page).to_have_url(BOX)
    page.get_by_label("你的评论").fill("大家好，我有手机。")
    page.get_by_role("button", name="发表评论").click()
    expect(page.locator(".reply")).to_contain_text("新来的小王")
    assert Reply.objects.count() == 1
