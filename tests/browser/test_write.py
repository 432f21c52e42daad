"""小林 writes an article; what is typed is never lost."""

import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from forum.models import Thread
from tests.cast import make_category

BODY = "先说结论。\n\n## 一、缘起\n\n支付宝要的是**关系**。"


@pytest.fixture(autouse=True)
def shelf(rows):
    return make_category()


def fill(page, title="支付宝为什么要做社交"):
    page.get_by_label("标题").fill(title)
    page.get_by_role("combobox", name="分类").select_option(label="产品")
    page.get_by_label("正文").fill(BODY)
    page.get_by_label("标签").fill("支付 社交")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_article_is_published_and_stands_on_the_first_page(open_page, lin, scripts):
    page = open_page("/threads/write/", user=lin, java_script_enabled=scripts)
    fill(page)
    page.get_by_role("button", name="发布").click()
    expect(page).to_have_url(re.compile(r"/threads/\d+/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("支付宝为什么要做社交")
    expect(page.get_by_role("navigation", name="目录")).to_contain_text("一、缘起")
    expect(page.get_by_role("list", name="标签").get_by_role("link")).to_have_text(["支付", "社交"])
    page = open_page("/")
    expect(page.locator(".card")).to_contain_text("支付宝为什么要做社交")


def test_the_draft_survives_a_closed_page_and_goes_when_published(open_page, lin):
    page = open_page("/threads/write/", user=lin)
    fill(page)
    page.goto("/")
    page.goto("/threads/write/")
    expect(page.get_by_label("正文")).to_have_value(BODY)
    page.get_by_label("标题").fill("第二次才发")
    page.get_by_role("combobox", name="分类").select_option(label="产品")
    page.get_by_role("button", name="发布").click()
    expect(page).to_have_url(re.compile(r"/threads/\d+/$"))
    page.goto("/threads/write/")
    expect(page.get_by_label("正文")).to_have_value("")


def test_what_is_missing_is_said_and_the_words_stay(open_page, lin, witness):
    witness.expected = {422}
    page = open_page("/threads/write/", user=lin, java_script_enabled=False)
    fill(page, title="  ")
    page.get_by_role("button", name="发布").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("正文")).to_have_value(BODY)
    assert not Thread.objects.exists()


def test_a_wrong_address_is_answered_kindly(open_page, witness):
    witness.expected = {404}
    for path in ("/threads/99999/", "/nowhere/", "/people/没有这个人/"):
        page = open_page(path)
        expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
        expect(page.locator("a[href='/']").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_picture_stands_in_the_article_at_its_size(open_page, lin, scripts, tmp_path):
    file = tmp_path / "街景.png"
    Image.new("RGB", (640, 480), "teal").save(file)
    page = open_page("/threads/write/", user=lin, java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    fill(page)
    page.get_by_label("图片", exact=False).set_input_files(file)
    if not scripts:
        page.get_by_role("button", name="放进正文").click()
    expect(page.get_by_label("正文")).to_have_value(re.compile(r"/media/pictures/\S+-640x480\.webp\)"))
    expect(page.get_by_label("标题")).to_have_value("支付宝为什么要做社交")
    page.get_by_role("button", name="发布").click()
    expect(page).to_have_url(re.compile(r"/threads/\d+/$"))
    picture = page.locator(".prose img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("naturalWidth", 640)
    assert picture.bounding_box()["width"] <= 390
