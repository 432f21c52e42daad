"""Simplified, traditional as in Taiwan or Hong Kong, or as written: chosen once, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@both
def test_a_reader_turns_to_their_script_and_back(open_page, make_thread, scripts):
    thread = make_thread(title="软件的后来", body="软件里的后台，`软件`。\n\n> 引用软件")
    page = open_page(thread.get_absolute_url(), java_script_enabled=scripts)
    html, title, body = page.locator("html"), page.get_by_role("heading", level=1), page.locator(".thread .prose")
    expect(title).to_have_text("软件的后来")
    page.get_by_role("button", name="切換到繁體中文").click()
    expect(html).to_have_attribute("lang", "zh-Hant-TW")
    expect(title).to_have_text("軟體的後來")
    expect(body).to_contain_text("軟體裡的後臺，软件。")
    expect(body.locator("blockquote")).to_have_text("引用软件")
    expect(body.locator("blockquote")).to_have_attribute("lang", "zh-Hans")
    page.get_by_role("button", name="繁體（港）").click()
    expect(html).to_have_attribute("lang", "zh-Hant-HK")
    expect(page.get_by_role("button", name="繁體（港）")).to_have_attribute("aria-pressed", "true")
    expect(title).to_have_text("軟件的後來")
    page.goto("/")
    expect(page.get_by_role("link", name="軟件的後來").first).to_be_visible()
    page.get_by_role("button", name="原文").click()
    expect(page.get_by_role("link", name="软件的后来").first).to_be_visible()
    page.get_by_role("button", name="切换到简体中文").click()
    expect(html).to_have_attribute("lang", "zh-Hans")


def test_the_switch_fits_a_phone(open_page, make_thread):
    page = open_page(make_thread().get_absolute_url(), viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for name in ("原文", "简体", "繁體（台）", "繁體（港）", "English"):
        box = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["height"] >= 32


def test_a_member_s_new_reply_comes_in_their_script(open_page, make_thread, mei):
    page = open_page(make_thread().get_absolute_url(), user=mei)
    page.get_by_role("button", name="切換到繁體中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant-TW")
    page.locator("#reply-body").fill("这里的软件")
    page.locator("#write button[type=submit]").click()
    expect(page.locator("#reply-list")).to_contain_text("這裡的軟體")


@both
def test_who_comes_by_an_address_in_a_script_may_keep_it(open_page, make_thread, scripts):
    thread = make_thread(title="软件的后来")
    how = {"java_script_enabled": scripts, "viewport": {"width": 390, "height": 844}}
    page = open_page(f"{thread.get_absolute_url()}?script=hk", **how)
    html, title = page.locator("html"), page.get_by_role("heading", level=1)
    expect(html).to_have_attribute("lang", "zh-Hant-HK")
    expect(title).to_have_text("軟件的後來")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("button", name="以後都這樣顯示").click()
    expect(page).to_have_url(re.compile(rf"{thread.get_absolute_url()}$"))
    expect(title).to_have_text("軟件的後來")
    page.goto("/?script=hans")
    page.get_by_role("button", name="原文").first.click()
    expect(page.get_by_role("link", name="软件的后来").first).to_be_visible()
