"""An author fixes how a word is shown in other scripts; a reader sees it."""

import pytest
from playwright.sync_api import expect

from tests.cast import make_category

both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@both
def test_an_author_fixes_a_word_and_a_reader_is_shown_it(open_page, witness, lin, scripts):
    witness.expected = {422}
    make_category()
    page = open_page("/threads/write/", user=lin, java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    page.get_by_label("标题").fill("软件的后来")
    page.get_by_role("combobox", name="分类").select_option(label="产品")
    page.get_by_label("正文").fill("软件里的后台")
    page.get_by_text("为其他字体的读者指定用词").click()
    page.get_by_label("各字体用词").fill("软件 => 程式 / 應用程式\n=> 台")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("button", name="发布").click()
    expect(page.locator(".field--wrong")).to_contain_text("第 2 行")
    expect(page.get_by_label("各字体用词")).to_be_visible()
    page.get_by_label("各字体用词").fill("软件 => 程式 / 應用程式")
    page.get_by_role("button", name="发布").click()
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("软件的后来")
    page.get_by_role("button", name="切換到繁體中文").click()
    expect(title).to_have_text("程式的後來")
    page.get_by_role("button", name="繁體（港）").click()
    expect(title).to_have_text("應用程式的後來")
