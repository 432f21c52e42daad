"""Light or dark, simplified, traditional or English: chosen once, kept, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
GROUND = "getComputedStyle(document.body).backgroundColor"


@both
def test_the_language_is_chosen_and_kept(open_page, make_thread, scripts):
    thread = make_thread()
    page = open_page(thread.get_absolute_url(), java_script_enabled=scripts)
    html = page.locator("html")
    expect(html).to_have_attribute("lang", "zh-Hans")
    page.get_by_role("button", name="切換到繁體中文").click()
    expect(page).to_have_url(re.compile(rf"{thread.get_absolute_url()}$"))
    expect(html).to_have_attribute("lang", "zh-Hant-TW")
    expect(page.locator("#write")).to_contain_text("評論請登入")
    page.get_by_role("button", name="English").click()
    expect(html).to_have_attribute("lang", "en")
    expect(page.locator("#write")).to_contain_text("Sign in to reply")
    page.goto("/")
    expect(html).to_have_attribute("lang", "en")
    page.get_by_role("button", name="简体", exact=True).click()
    expect(html).to_have_attribute("lang", "zh-Hans")


@both
def test_the_lighting_is_chosen_and_kept(open_page, make_thread, scripts):
    page = open_page(make_thread().get_absolute_url(), java_script_enabled=scripts, color_scheme="light")
    light = page.evaluate(GROUND)
    page.get_by_role("button", name="深色", exact=True).click()
    expect(page.get_by_role("button", name="深色", exact=True)).to_have_attribute("aria-pressed", "true")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.goto("/accounts/login/")
    assert page.evaluate(GROUND) == dark
    page.get_by_role("button", name="切换浅色与深色").click()
    expect(page.get_by_role("button", name="浅色", exact=True)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(GROUND) == light


def test_paper_holds_the_article_and_nothing_to_press(open_page, make_thread, make_reply, mei):
    thread = make_thread()
    make_reply(thread, mei, "印出来也要看得到的评论。")
    page = open_page(thread.get_absolute_url())
    page.emulate_media(media="print")
    for chrome in (
        "header.header",
        "footer.footer",
        ".actions",
        ".asides",
        ".columns__margin",
        ".gate",
        ".sorts",
        ".reply__verbs",
    ):
        expect(page.locator(chrome).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("读者要的是一口气。")).to_be_visible()
    expect(page.get_by_text("印出来也要看得到的评论。")).to_be_visible()
