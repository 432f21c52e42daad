"""Where replying asks for a confirmed identity: from the refusal to the first reply, and what others then see."""

import pytest
from playwright.sync_api import expect

from accounts.models import User
from forum.actions.site import save_settings
from forum.models import Reply


def no_scroll_aside(page):
    wide = page.locator("html").bounding_box()["width"]
    assert wide <= page.viewport_size["width"]


@pytest.mark.parametrize(("width", "scripts"), [(390, False), (1280, True)])
def test_from_the_refusal_to_the_first_reply(open_page, witness, make_thread, mei, width, scripts):
    witness.expected.add(422)
    office = User.objects.create_superuser("站长", "operator@example.org", "x")
    save_settings(office, reason="依法", replies_need_identity=True)
    thread = make_thread()
    size = {"width": width, "height": 844}
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts, viewport=size)
    expect(page.locator("#write")).to_contain_text("需要先实名")
    page.locator("#write").get_by_role("link", name="现在就去").click()
    no_scroll_aside(page)
    page.get_by_label("真实名称").fill("王小明")
    page.get_by_label("证件号码").fill("110105194912310021")
    page.get_by_role("button", name="提交核验").click()
    expect(page.get_by_text("不可能正确")).to_be_visible()
    expect(page.get_by_label("真实名称")).to_have_value("王小明")
    page.get_by_label("证件号码").fill("11010519491231002X")
    page.get_by_role("button", name="提交核验").click()
    expect(page.get_by_role("heading", name="已确认")).to_be_visible()
    no_scroll_aside(page)
    page.goto(thread.get_absolute_url())
    page.get_by_label("你的评论").fill("这下可以说话了。")
    page.get_by_role("button", name="发表评论").click()
    expect(page.locator(".reply")).to_contain_text("这下可以说话了")
    assert Reply.objects.get().is_public
    visitor = open_page(mei.get_absolute_url(), java_script_enabled=scripts, viewport=size)
    expect(visitor.get_by_text("已实名 · 演示")).to_be_visible()
    expect(visitor.locator("main")).not_to_contain_text("王小明")
    no_scroll_aside(visitor)
