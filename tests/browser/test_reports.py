"""A report from its beginning to its end: sent, the words changed meanwhile, judged by what was kept, told to both."""

import pytest
from playwright.sync_api import expect

from forum.actions.replies import edit_reply
from forum.models import Evidence, Report

SIZES = [{"width": 390, "height": 844}, {"width": 1280, "height": 900}]


@pytest.mark.parametrize("viewport", SIZES, ids=["phone", "desk"])
def test_what_was_reported_is_judged_as_it_stood_and_both_sides_are_told(
    open_page, make_thread, make_reply, lin, mei, zhou, viewport
):
    reply = make_reply(make_thread(), lin, body="加微信领资料")
    page = open_page(f"/replies/{reply.pk}/report/", user=mei, viewport=viewport)
    page.get_by_label("垃圾广告").check()
    page.get_by_role("button", name="举报").click()
    expect(page.locator(".messages")).to_contain_text("谢谢")
    edit_reply(lin, reply, "说得真好")

    desk = open_page("/admin/forum/claim/", user=zhou, viewport=viewport)
    desk.get_by_role("button", name="领取").click()
    item = desk.locator(f"#reply-{reply.pk}")
    expect(item.locator(".thing__words")).to_have_text("说得真好")
    expect(item.locator(".evidence")).to_contain_text("现在的文字已不同")
    expect(item.get_by_label("举报时的文字")).to_have_text("加微信领资料")
    expect(item.locator(".evidence")).to_contain_text(Evidence.objects.get().digest[:12])
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.locator(f"#usual-reply-{reply.pk}").select_option("垃圾广告")
    item.get_by_role("button", name="隐藏", exact=True).click()
    expect(desk.locator("#notices")).to_contain_text("已处理 1 项")

    page.goto("/notices/")
    expect(page.locator(".notice")).to_contain_text("你对一条评论的举报（垃圾广告）成立")
    author = open_page("/notices/", user=lin, viewport=viewport)
    expect(author.locator(".notice")).to_contain_text("版主处理了你的评论：隐藏")
    author.get_by_role("button", name="版主处理了你的评论").click()
    expect(author.locator(".decision")).to_contain_text("经读者举报")
    expect(author.locator("main")).not_to_contain_text("阿梅")
    assert Report.objects.get().outcome == Report.Outcome.UPHELD
