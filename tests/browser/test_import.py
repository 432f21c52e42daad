"""The saved page that started it all becomes a thread and is read in the browser."""

import os
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
SAVED = Path(os.environ.get("SHARED_DIR") or ROOT / ".." / "shared") / "seed" / "article-page.txt"
GLOSS = re.compile(r"[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）]")


@pytest.fixture
def imported(rows):
    from tests.cast import make_category

    if not SAVED.exists():
        pytest.skip(
            f"the saved page is not part of the repository: {SAVED.name} belongs in ../shared/seed (SHARED_DIR)"
        )
    make_category()
    call_command("import_page", str(SAVED), verbosity=0)
    from forum.models import Thread

    return Thread.objects.get()


def test_the_saved_page_is_read_as_it_was_meant(open_page, imported):
    page = open_page(imported.get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_have_text("支付宝社交化的用意何在？")
    expect(page.locator(".counters li")).to_have_text(
        [re.compile(r"5\s*评论"), re.compile(r"9579\s*浏览"), re.compile(r"136\s*收藏"), re.compile(r"5\s*分钟")]
    )
    expect(page.locator(".reply")).to_have_count(4)
    expect(page.locator(".tag--region")).to_contain_text(["来自辽宁", "来自浙江", "来自北京", "来自浙江"])
    expect(page.locator(".chapter__note")).to_have_text("原站计 5，已导入 4")
    body = page.locator(".thread .prose").inner_text()
    assert not GLOSS.search(body)
    assert not set(body) & set("寶會係這為進發們個還說與將單簡")


def test_the_restored_words_and_the_typed_numbers_stand(open_page, imported):
    page = open_page(imported.get_absolute_url())
    expect(page.get_by_text("担保或者承诺")).to_be_visible()
    expect(page.get_by_text("2.2015")).to_be_visible()
    expect(page.locator(".reply ol, .reply ul")).to_have_count(0)


def test_the_author_of_the_original_stands_in_the_margin(open_page, imported):
    margin = open_page(imported.get_absolute_url()).get_by_role("complementary", name="关于本文")
    expect(margin).to_contain_text("骑狼的羊")
    expect(margin).to_contain_text("原站作者")


def test_it_is_found_in_both_scripts(open_page, imported):
    for question in ("支付宝社交化", "支付寶社交化"):
        page = open_page(f"/search/?q={question}")
        page.get_by_role("link", name="支付宝社交化的用意何在？").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("支付宝社交化的用意何在？")
