"""Somebody reads an article and its discussion."""

import re

import pytest
from playwright.sync_api import expect

from forum.models import Thread

SECTIONS = "先说结论。\n\n## 一、缘起\n\n" + "很多年前的一个下午。\n\n" * 40 + "## 二、后来\n\n" + "再后来。\n\n" * 40


@pytest.fixture
def discussion(make_thread, make_reply, lin, mei):
    """An article of two sections with a reply, an answer to it, and one by the author."""
    thread = make_thread(lin, title="把一篇长文读完", body=SECTIONS, views_count=9579)
    first = make_reply(thread, mei, "第一条：赞成。")
    make_reply(thread, lin, "谢谢阿梅。", parent=first)
    make_reply(thread, lin, "作者再补一句。", ip="223.5.5.5")
    return thread


def test_the_page_shows_counters_floors_and_places(open_page, discussion):
    page = open_page(discussion.get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_have_text("把一篇长文读完")
    expect(page.locator(".counters li")).to_have_text(
        [re.compile(r"3\s*评论"), re.compile(r"9579\s*浏览"), re.compile(r"0\s*收藏"), re.compile(r"\d+\s*分钟")]
    )
    expect(page.locator(".reply__floor")).to_have_text(["1 楼", "2 楼", "3 楼"])
    expect(page.locator(".tag--region")).to_contain_text(["来自四川", "来自四川", "来自浙江"])
    expect(page.locator(".places__row")).to_have_count(2)
    expect(page.locator(".reply .tag--seal")).to_have_text(["作者", "作者"])


def test_the_contents_lead_to_their_sections(open_page, discussion):
    page = open_page(discussion.get_absolute_url())
    page.get_by_role("navigation", name="目录").get_by_role("link", name="二、后来").click()
    expect(page.get_by_role("heading", name="二、后来")).to_be_in_viewport()


def test_replies_are_sorted_as_the_reader_likes(open_page, discussion):
    page = open_page(discussion.get_absolute_url())
    order = page.get_by_role("navigation", name="评论排序")
    order.get_by_role("link", name="最新").click()
    expect(page.locator(".replies .reply").first).to_contain_text("作者再补一句")
    expect(order.get_by_role("link", name="最新")).to_have_attribute("aria-current", "true")
    order.get_by_role("link", name="最早").click()
    expect(page.locator(".replies .reply").first).to_contain_text("第一条：赞成")


def test_only_the_author_is_heard_on_request(open_page, discussion):
    page = open_page(discussion.get_absolute_url())
    page.get_by_role("link", name="只看作者").click()
    expect(page.locator(".replies")).to_contain_text("作者再补一句")
    expect(page.locator(".replies")).not_to_contain_text("第一条：赞成")


@pytest.fixture
def long(make_thread, make_reply, lin):
    """Fifty-three replies: a page of fifty and three more."""
    thread = make_thread(lin)
    return [make_reply(thread, lin, f"第 {n} 条") for n in range(1, 54)]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_long_discussion_has_pages_and_a_permalink_finds_the_right_one(open_page, long, scripts):
    late = long[51]
    page = open_page(late.get_absolute_url(), java_script_enabled=scripts)
    expect(page).to_have_url(re.compile(rf"/threads/{late.thread_id}/\?after=[\d-]+#reply-{late.pk}$"))
    expect(page.locator(f"#reply-{late.pk}")).to_be_in_viewport()
    expect(page.locator(".reply")).to_have_count(3)
    page.get_by_role("link", name="上一页").click()
    expect(page.locator(".reply")).to_have_count(50)
    page.get_by_role("link", name="下一页").click()
    expect(page.locator(".reply")).to_have_count(3)


def test_a_members_next_page_joins_the_one_being_read(open_page, long, mei):
    page = open_page(long[0].thread.get_absolute_url(), user=mei)
    expect(page.locator(".reply")).to_have_count(50)
    page.get_by_role("link", name="下一页").click()
    expect(page.locator(".reply")).to_have_count(53)
    expect(page.get_by_role("link", name="下一页")).to_have_count(0)


def test_a_phone_needs_no_sideways_scroll(open_page, discussion):
    Thread.objects.filter(pk=discussion.pk).update(title="很长" * 20 + "averyveryverylongwordwithoutanyspaceinit" * 2)
    for path in (discussion.get_absolute_url(), "/", "/search/?q=长文", "/accounts/login/", "/accounts/signup/"):
        page = open_page(path, viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_the_dark_follows_the_system(open_page, discussion):
    grounds = [
        open_page(discussion.get_absolute_url(), color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    ]
    light, dark = (sum(map(int, re.findall(r"\d+", ground)[:3])) for ground in grounds)
    assert dark < 150 < 600 < light


def test_the_heading_of_the_discussion_stands_in_one_line(open_page, discussion):
    for width in (360, 1280):
        page = open_page(discussion.get_absolute_url(), viewport={"width": width, "height": 800})
        box = page.locator("#replies-title").bounding_box()
        assert box["height"] < 48
