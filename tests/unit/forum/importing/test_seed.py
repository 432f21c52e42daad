"""The real page everything was built for. Its sentences are not ours, so they are read from outside the repository."""

import os
from pathlib import Path

import pytest

from forum.chinese import to_hans
from forum.importing import Counters, read_page

SHARED = Path(os.environ.get("SHARED_DIR", Path(__file__).parents[5] / "shared"))
SEED = SHARED / "seed" / "article-page.txt"
pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the seed page (../shared/seed/article-page.txt) is not on this machine"
)


@pytest.fixture(scope="module")
def page():
    return read_page(SEED.read_bytes())


def test_head(page):
    assert (page.title, page.author) == ("支付宝社交化的用意何在？", "骑狼的羊")
    assert page.counters == Counters(comments=5, views=9579, favourites=136, minutes=5)


def test_replies(page):
    assert [reply.region for reply in page.replies] == ["辽宁", "浙江", "北京", "浙江"]
    lines = page.replies[3].text.split("\n")
    assert [line[:2] for line in lines] == ["1.", "2.", "3.", "4."]
    assert lines[1].startswith("2.201512月28日") and "担保或者承诺" in lines[1]
    assert "只打别扭" in lines[2]


def test_nothing_garbled_is_left(page):
    text = page.title + page.body_text() + "".join(reply.text for reply in page.replies) + page.attribution
    assert to_hans(text) == text
    assert not any(f"({letter}" in text for letter in "abcdefghijklmnopqrstuvwxyz")
    assert not [line for line in text.split("\n") if line.strip(" ") == "\u00a0"]


def test_the_author_is_left_alone(page):
    assert "路劲" in page.body_text() and "哆嗦" in page.body_text()
    assert "（或者理财工具）" in page.body_text()


def test_body_is_thirteen_paragraphs_with_four_headings(page):
    assert len(page.body_text().split("\n")) == 13
    assert [block.text[:2] for block in page.blocks if block.kind == "heading"] == ["1、", "2、", "3、", "4、"]


def test_reprint_line_contact_and_promotion(page):
    assert page.attribution.startswith("本文由") and "骑狼的羊" in page.attribution
    assert page.contact.startswith("（个人微信") and page.contact in page.attribution
    assert "公众号" not in page.body_text() and len(page.promo) == 1


def test_repairs(page):
    counts = {repair.kind: repair.count for repair in page.repairs}
    assert counts["pinyin"] == 100
    assert counts["gbk_shift"] == 1
    assert counts["blank_line"] == 4


def test_the_original_is_still_there():
    page = read_page(SEED.read_bytes(), repair=False)
    assert "擔(dān)?;蛘叱兄Z" in page.replies[3].text
    assert page.counters.views == 9579 and len(page.replies) == 4
