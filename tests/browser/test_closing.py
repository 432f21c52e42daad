"""阿梅 leaves: asked who she is, signed out, comes back to keep the account, leaves for good, and the words stay."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from forum.actions.erasing import erase_due_accounts
from tests.cast import PASSWORD

PHONE = {"width": 390, "height": 844}


def leave(page):
    page.goto("/closing/")
    page.get_by_role("button", name="注销账号").click()
    if "/reauthenticate/" in page.url:
        page.locator("[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="确认").click()
    expect(page.get_by_text("已在所有设备上退出")).to_be_visible()


def sign_in(page, name):
    page.goto("/accounts/login/")
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="登录", exact=True).click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_leaving_thinking_better_and_leaving_for_good(open_page, mei, lin, make_thread, make_reply, scripts, witness):
    witness.expected = {404}
    thread = make_thread(lin)
    make_reply(thread, mei, "梅说过的话")
    page = open_page("/parcels/", viewport=PHONE, java_script_enabled=scripts)
    sign_in(page, "阿梅")
    page.goto("/parcels/")
    page.get_by_role("link", name="注销账号").click()
    expect(page.get_by_role("link", name="先带走我的数据")).to_be_visible()
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    leave(page)
    page.goto("/favourites/")
    assert "/accounts/login/" in page.url
    sign_in(page, "阿梅")
    expect(page.get_by_text("你的账号将在")).to_be_visible()
    page.get_by_role("button", name="保留账号").click()
    if "/reauthenticate/" in page.url:
        page.locator("[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="确认").click()
    expect(page.get_by_text("账号保留下来了")).to_be_visible()
    leave(page)
    User.objects.filter(pk=mei.pk).update(closing_at=timezone.now() - timedelta(minutes=1))
    assert erase_due_accounts() == 1
    page.goto(thread.get_absolute_url())
    reply = page.locator(".reply", has_text="梅说过的话")
    expect(reply).to_contain_text("已注销用户")
    assert "阿梅" not in page.content()
    page.goto("/people/阿梅/")
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
