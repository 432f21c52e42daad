"""Before a rule of the desk holds it is tried: the box for the list of words, and the matrix's dry run."""

import pytest
from playwright.sync_api import expect

from forum.models import BlockedWord, ReviewCell
from tests.cast import make_moderator

PHONE = {"width": 390, "height": 844}
SIZES = pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}])


@SIZES
def test_a_text_is_tried_and_the_words_met_are_marked(open_page, zhou, viewport):
    BlockedWord.objects.create(word="代开发票", level="refuse", reach=BlockedWord.Reach.SPLIT)
    page = open_page("/admin/forum/blockedword/try/", user=zhou, viewport=viewport, java_script_enabled=False)
    page.get_by_label("试一段文字").fill("请找我代·开·发·票，价格好说")
    page.get_by_role("button", name="试一试").click()
    expect(page.get_by_role("heading", name="会被拒绝")).to_be_visible()
    expect(page.locator("mark")).to_have_text("代·开·发·票")
    page.get_by_label("试一段文字").fill("今天天气不错")
    page.get_by_role("button", name="试一试").click()
    expect(page.get_by_role("heading", name="没有命中")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@SIZES
def test_a_changed_matrix_is_tried_on_the_last_days_before_it_is_switched_on(open_page, mei, make_reply, viewport):
    make_reply(author=mei, body="好文章 https://example.org")
    page = open_page("/admin/forum/reviewcell/", user=make_moderator("老孙", "管理员"), viewport=viewport)
    page.get_by_label("新人 · 链接").select_option("hold")
    page.get_by_role("button", name="试运行").click()
    expect(page.get_by_role("heading", name="试运行")).to_be_visible()
    expect(page.get_by_text("好文章 https://example.org")).to_be_visible()
    assert not ReviewCell.objects.exists(), "nothing holds yet"
    page.get_by_label("理由").fill("广告多从链接来")
    page.get_by_role("button", name="启用").click()
    expect(page.get_by_label("新人 · 链接")).to_have_value("hold")
    assert ReviewCell.objects.filter(level="newcomer", signal="links", outcome="hold").exists()
