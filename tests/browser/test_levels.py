"""阿梅 reads how far she is, is stopped with her words still there, climbs, and is told why she stepped down."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from forum import limits
from forum.actions import moderation
from forum.actions.levels import weigh
from forum.actions.reports import report
from forum.models import Reply

LINKS = "参考：https://example.org/1 https://example.org/2 https://example.org/3"
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_way_up_and_the_way_down(open_page, mei, lin, zhou, make_thread, make_reply, witness, scripts):
    witness.expected = {422}
    thread = make_thread()
    page = open_page(mei.get_absolute_url(), user=mei, viewport=PHONE, java_script_enabled=scripts)
    expect(page.get_by_role("heading", name="我的等级：新人")).to_be_visible()
    page.get_by_role("link", name="等级与权限说明").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("等级")
    expect(page.get_by_role("row", name="一篇里的链接")).to_contain_text(str(limits.RIGHTS["member"].links))
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]

    page.goto(thread.get_absolute_url())
    page.get_by_label("你的评论").fill(LINKS)
    page.get_by_role("button", name="发表评论").click()
    expect(page.get_by_text("一篇最多放 2 个链接，这里有 3 个")).to_be_visible()
    expect(page.get_by_label("你的评论")).to_have_value(LINKS)

    User.objects.filter(pk=mei.pk).update(date_joined=timezone.now() - timedelta(days=limits.REGULAR.days + 1))
    yesterday = timezone.now() - timedelta(days=1)
    about = {"thread": thread, "author": mei, "body": "好", "body_html": "好", "created_at": yesterday}
    rows = [Reply(**about) for _ in range(limits.REGULAR.said)]
    Reply.objects.bulk_create(rows)
    weigh(mei.pk)
    page.get_by_role("button", name="发表评论").click()
    expect(page.locator(".reply", has_text="参考：").first).to_be_visible()
    page.goto(mei.get_absolute_url())
    expect(page.get_by_role("heading", name="我的等级：常客")).to_be_visible()

    for reply in mei.replies.order_by("id")[:2]:
        report(lin, reply, reason="spam")
        moderation.hide(zhou, reply, reason="广告")
    page.goto(mei.get_absolute_url())
    expect(page.get_by_text("2 条内容因举报属实被隐藏")).to_be_visible()
    assert "举报属实" not in open_page(mei.get_absolute_url()).content()
