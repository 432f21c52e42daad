"""Whatever shape the page was saved in, the same article comes out."""

import pytest

from forum.importing import Counters, read_page
from tests.unit.forum.importing import pages

COUNTED = Counters(comments=3, views=8642, favourites=57, minutes=4)
SHAPES = {
    "plain": pages.plain(),
    "html": pages.html(),
    "markdown": pages.markdown(),
    "collapsed": pages.collapsed(pages.plain()),
}


def read(text, **options):
    return read_page(text.encode(), **options)


@pytest.mark.parametrize("shape", SHAPES)
def test_title_author_and_counters_are_read(shape):
    page = read(SHAPES[shape])
    assert (page.title, page.author, page.counters) == (pages.TITLE, pages.AUTHOR, COUNTED)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_body_is_whole_and_nothing_but_the_body(shape):
    lines = read(SHAPES[shape]).body_text().split("\n")
    assert [line for line in lines if not line.startswith("参见")] == list(pages.BODY)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_reprint_line_is_attribution_and_the_promotion_is_gone(shape):
    page = read(SHAPES[shape])
    assert page.attribution == pages.NOTICE
    assert page.contact == "（个人微信：zhichuan88）"
    assert "zhichuan88" not in page.public_attribution and "原创发布" in page.public_attribution
    assert "公众号" not in page.body_text() + page.attribution


@pytest.mark.parametrize("shape", SHAPES)
def test_every_listed_reply_has_its_region(shape):
    assert [reply.region for reply in read(SHAPES[shape]).replies] == ["广东", None, "中国香港"]


@pytest.mark.parametrize("shape", ["plain", "html", "markdown"])
def test_replies_keep_their_typed_lines(shape):
    assert [reply.text for reply in read(SHAPES[shape]).replies] == [text for _region, text in pages.REPLIES]


def test_a_collapsed_reply_keeps_its_words_on_one_line():
    replies = read(SHAPES["collapsed"]).replies
    assert [" ".join(reply.text.split()) for reply in replies] == [
        " ".join(text.split()) for _where, text in pages.REPLIES
    ]


def test_blanks_that_replaced_each_line_end_give_the_lines_back():
    page = read(pages.plain().replace("\n", " "))
    assert page.replies[2].text == pages.REPLIES[2][1]


@pytest.mark.parametrize("shape", SHAPES)
def test_clean_text_needs_no_repair(shape):
    assert {repair.kind for repair in read(SHAPES[shape]).repairs} <= {"blank_line"}


@pytest.mark.parametrize("shape", SHAPES)
def test_sections_become_headings(shape):
    page = read(SHAPES[shape])
    assert [block.text for block in page.blocks if block.kind == "heading"] == [pages.BODY[1], pages.BODY[3]]


@pytest.mark.parametrize("shape", ["html", "markdown"])
def test_links_and_emphasis_of_the_article_are_kept(shape):
    assert "参见[这份**记录**](https://example.org/a_b)。" in read(SHAPES[shape]).body_source()


def test_the_line_map_leads_back_to_the_source():
    text = pages.plain()
    page, source = read(text), text.split("\n")
    assert [source[number - 1] for number in page.line_map] == page.body_text().split("\n")


def test_html_knows_its_own_address_and_day():
    page = read(pages.html())
    assert page.url == "https://example.org/pd/1234.html"
    assert page.published.isoformat() == "2023-02-11"


def test_html_without_classes_is_read_by_its_words():
    body = "".join(f"<p>{one}</p>" for one in pages.BODY)
    items = "".join(f"<p>{text}</p><p>来自{region or ''} 回复</p>" for region, text in pages.REPLIES)
    page = read(f"<html><body><h1>{pages.TITLE}</h1><p>{pages.COUNTERS}</p>{body}<h3>评论</h3>{items}</body></html>")
    assert page.counters == COUNTED
    assert page.body_text().split("\n") == list(pages.BODY)
    assert [reply.region for reply in page.replies] == ["广东", None, "中国香港"]


def test_lists_quotes_code_images_and_tables_keep_their_kind():
    body = (
        "<h2>怎么做</h2><ul><li>先看位置</li><li>再看说明</li></ul><ol><li>开门</li><li>拿走</li></ol>"
        "<blockquote>东西要放在人的面前。</blockquote><pre>open(door)\n  take()</pre>"
        "<p><img src='https://example.org/a.png' alt='柜子'>图里的柜子在电梯口，走出来就能看到。</p>"
        "<table><tr><th>小区</th><th>次数</th></tr><tr><td>东</td><td>40</td></tr></table>"
    )
    page = read(
        f"<html><body><article><h1>{pages.TITLE}</h1><div class='post-content'>{body}</div></article></body></html>"
    )
    assert [block.kind for block in page.blocks] == [
        "heading",
        "item",
        "item",
        "item",
        "item",
        "quote",
        "code",
        "image",
        "text",
        "row",
        "row",
    ]
    source = page.body_source()
    assert "- 先看位置\n- 再看说明" in source and "1. 开门\n2. 拿走" in source
    assert "> 东西要放在人的面前。" in source and "```\nopen(door)\n  take()\n```" in source
    assert "| 小区 | 次数 |\n| --- | --- |\n| 东 | 40 |" in source


def test_markdown_facts_in_front_are_read():
    text = f"---\ntitle: {pages.TITLE}\nauthor: 阿树\ndate: 2022-05-06\n---\n\n" + "\n\n".join(pages.BODY)
    page = read(text)
    assert (page.title, page.author, page.published.isoformat()) == (pages.TITLE, "阿树", "2022-05-06")
    assert page.body_text().split("\n") == list(pages.BODY)
