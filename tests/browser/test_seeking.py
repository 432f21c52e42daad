"""The box at the top of the desk: with a key or without, on a phone and on a desk; an address only after a reason."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from forum.models import Look, State
from tests.cast import make_moderator

SIZES = [{"width": 390, "height": 844}, {"width": 1280, "height": 900}]


@pytest.fixture
def sun(make_thread, make_reply, mei):
    """管理员, on a site where the lighthouse is spoken of."""
    thread = make_thread(title="灯塔为什么还亮着：一座守塔人的岛与它背后的三十年")
    make_reply(
        thread, mei, body="灯塔亮着，船才敢走。我爷爷守过七年，他说最怕的不是风浪，是没有人来。", ip="61.139.2.69"
    )
    make_reply(thread, mei, body="加微信看灯塔", state=State.HELD)
    return make_moderator("老孙", "管理员")


@pytest.mark.parametrize("viewport", SIZES, ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_anywhere_to_anything(open_page, sun, viewport, scheme):
    page = open_page("/admin/forum/sitesettings/", user=sun, viewport=viewport, color_scheme=scheme)
    box = page.get_by_role("searchbox", name="搜索后台")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    box.fill("灯塔")
    shoot(page, f"box-{scheme}-{viewport['width']}", full=False)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("“灯塔”的搜索结果")
    expect(page.get_by_role("heading", level=2, name="评论")).to_be_visible()
    expect(page.get_by_text("待审核", exact=True)).to_be_visible()
    at_ease(page)
    shoot(page, f"found-{scheme}-{viewport['width']}")

    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("灯塔/守塔")
    expect(box).to_have_value("灯塔/守塔")  # while somebody types it is a letter
    box.fill("61.139.2.69")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="查询这个地址")).to_be_visible()
    shoot(page, f"address-{scheme}-{viewport['width']}")
    at_ease(page)
    page.get_by_role("button", name="查询这个地址").click()
    expect(page.get_by_role("textbox", name="IP 地址")).to_have_value("61.139.2.69")
    assert "61.139" not in page.url and not Look.objects.exists()
    page.get_by_role("textbox", name="理由").fill("疑似诈骗")
    page.get_by_role("button", name="查询").click()
    expect(page.get_by_role("link", name="阿梅")).to_be_visible()
    assert Look.objects.get().asked == "61.139.2.69"


def test_without_scripts_and_without_luck(open_page, sun):
    page = open_page("/admin/", user=sun, java_script_enabled=False, viewport=SIZES[0])
    page.get_by_role("searchbox", name="搜索后台").fill("备案")
    page.keyboard.press("Enter")
    shoot(page, "settings-390")
    page.get_by_role("link", name="ICP 备案号").click()
    expect(page.locator("#id_icp_number")).to_be_in_viewport()
    page.get_by_role("searchbox", name="搜索后台").fill("没有的东西")
    page.keyboard.press("Enter")
    expect(page.get_by_text("没有找到")).to_be_visible()
    shoot(page, "nothing-390")


def test_who_turned_single_keys_off_types_a_slash(open_page, sun):
    page = open_page("/admin/", user=sun)
    page.evaluate("localStorage.setItem('queue-keys-off', 'yes')")
    page.reload()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="搜索后台")).not_to_be_focused()


def at_ease(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()


def shoot(page, name, full=True):
    if folder := os.environ.get("H3B"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=full)
