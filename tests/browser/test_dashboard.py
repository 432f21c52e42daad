"""The dashboard: drawings that can be read, heard and looked up, on a phone and on a desk, without scripts."""

import os
import re
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from forum.actions.moderation import hide
from forum.actions.reports import report
from forum.models import BlockedWord, Decision, Reply, Report, Settlement, State, WordHit

SIZES = [{"width": 390, "height": 844}, {"width": 1280, "height": 900}]


@pytest.fixture
def lively(make_thread, make_reply, mei, zhou):
    """A week in which people wrote."""
    thread, now = make_thread(), timezone.now()
    rows = [
        Reply(thread=thread, author=mei, body="嗯", region=region, created_at=now - timedelta(hours=3 * n + place))
        for place, region in enumerate(["四川", "广东", "日本", "", "新疆"])
        for n in range(1, 40 - 7 * place)
    ]
    Reply.objects.bulk_create([*rows, Reply(thread=thread, author=mei, body="等着", state=State.HELD)])
    about = {"level": BlockedWord.Level.HOLD, "reach": BlockedWord.Reach.values[0], "excerpt": "加微信"}
    about["scope"] = BlockedWord.Scope.values[0]
    WordHit.objects.bulk_create(WordHit(word=word, **about) for word in ["加微信", "加微信", "领优惠券" * 12])

    report(mei, make_reply(thread), reason=Report.Reason.SPAM)
    for days, minutes in enumerate([40, 90, 15, 300]):
        hide(zhou, make_reply(thread), reason="广告")
        at = now - timedelta(days=days)
        states = {"before": State.HELD, "after": State.HIDDEN, "batch": uuid.uuid4()}
        since = at - timedelta(minutes=minutes)
        Settlement.objects.create(
            decision=Decision.objects.latest("number"), waited_since=since, settled_at=at, **states
        )


@pytest.mark.parametrize("viewport", SIZES, ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_are_drawn_named_and_listed(open_page, lively, zhou, viewport, scheme):
    how = {"viewport": viewport, "color_scheme": scheme}
    page = open_page("/admin/", user=zhou, **how)
    page.get_by_role("link", name="数据看板").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("数据看板")
    expect(page.get_by_role("link", name="数据看板")).to_have_attribute("aria-current", "page")
    drawing = page.get_by_role("img", name="评论属地")
    expect(drawing).to_be_visible()
    expect(drawing).to_have_accessible_description(re.compile("发自哪里。最高：四川，4"))
    table = page.get_by_role("table").filter(has_text="四川")
    expect(table).to_be_hidden()
    page.get_by_text("用表格显示 · 评论属地").focus()
    page.keyboard.press("Enter")
    expect(table.get_by_role("row", name=re.compile(r"^四川 4\d$"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    if folder := os.environ.get("H3B"):
        page.screenshot(path=Path(folder) / f"{scheme}-{viewport['width']}.png", full_page=True)
