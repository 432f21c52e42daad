"""A crowd under an article: the worker raises a signal, a moderator sees it drawn, looks, and that is all."""

import os
import random
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from forum.actions.brigading import watch
from forum.models import Decision, Reply, Signal, State

SIZES = [{"width": 390, "height": 844}, {"width": 1280, "height": 900}]
PLACES = ["广东", "北京", "浙江", "上海", "江苏", "四川", "山东", "湖北"]


@pytest.fixture
def crowded(make_thread, lin):
    """An article under which thirty new accounts from one place wrote within ten minutes, and an everyday week."""
    now, dice = timezone.now(), random.Random(7)
    thread = make_thread(lin, title="支付的下一站", published_at=now - timedelta(days=1))
    other = make_thread(lin, title="别的")
    _write(other, _people(150, now - timedelta(days=400)), now, timedelta(days=3), lambda: dice.choice(PLACES))
    _write(thread, _people(30, now - timedelta(hours=3)), now, timedelta(minutes=9), lambda: "缅甸")
    return thread


def _people(count, joined):
    made = User.objects.count()
    names = [f"人{made + n}" for n in range(count)]
    return User.objects.bulk_create(User(username=name, folded_name=name, date_joined=joined) for name in names)


def _write(thread, people, now, within, region):
    rows = [
        Reply(
            thread=thread, author=one, body="话", body_html="<p>话</p>", floor=n + 1, region=region(),
            created_at=now - within * (1 - n / len(people)),
        )
        for n, one in enumerate(people)
    ]  # fmt: skip
    Reply.objects.bulk_create(rows)


@pytest.mark.parametrize("viewport", SIZES, ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_signal_is_drawn_looked_at_and_nothing_else_follows(open_page, crowded, zhou, viewport, scheme):
    assert len(watch()) == 3
    page = open_page("/admin/forum/claim/", user=zhou, viewport=viewport, color_scheme=scheme)
    page.get_by_role("button", name="领取").click()
    item = page.locator(f"#thread-{crowded.pk}")
    for name, figure in (
        ("评论突增", "10 分钟内 30 条评论"),
        ("属地分布异常", "30 人，来自 1 个属地"),
        ("新账号异常多", "30 人中 30 人"),
    ):
        expect(item.get_by_role("img", name=name)).to_be_visible()
        expect(item).to_contain_text(figure)
    expect(item).to_contain_text("没有隐藏任何内容")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    if folder := os.environ.get("H3A"):
        page.screenshot(path=f"{folder}/signals-{scheme}-{viewport['width']}.png", full_page=True)
    item.get_by_role("button", name="没有异常").click()
    expect(page.locator("#notices")).to_contain_text("已处理 1 项")
    expect(item).to_have_count(0)
    assert set(Signal.objects.values_list("outcome", flat=True)) == {Signal.Outcome.SEEN}
    assert set(Reply.objects.values_list("state", flat=True)) == {State.PUBLIC}
    assert [decision.verb for decision in Decision.objects.all()] == ["seen"]
