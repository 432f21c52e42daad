"""Every encoding a scrape is saved in, and what is refused whole."""

import codecs

import pytest
from django.utils import translation

from forum.importing import NotAPage, read_page
from tests.unit.forum.importing import pages

TEXT = pages.plain()
BYTES = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 little": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-32": TEXT.encode("utf-32"),
    "gb18030": TEXT.encode("gb18030"),
    "gb18030 with CRLF": TEXT.replace("\n", "\r\n").encode("gb18030"),
    "CRLF": TEXT.replace("\n", "\r\n").encode(),
    "CR": TEXT.replace("\n", "\r").encode(),
    "U+2028": TEXT.replace("\n", "\u2028").encode(),
    "a mark in the middle": TEXT.replace("评论\n评论", "\ufeff评论\n评论").encode(),
    "cut in a character": (TEXT + "\n谢谢").encode()[:-1],
}


@pytest.mark.parametrize("name", BYTES)
def test_the_encoding_makes_no_difference(name):
    page, plain = read_page(BYTES[name]), read_page(TEXT.encode())
    assert (page.title, page.counters, page.body_text()) == (plain.title, plain.counters, plain.body_text())
    assert [reply.text for reply in page.replies] == [reply.text for reply in plain.replies]


def test_big5_is_told_from_gb18030():
    text = pages.garbled(TEXT).replace("“", "「").replace("”", "」").replace("?", "？").replace(",", "，")
    page = read_page(text.encode("big5hkscs", errors="ignore"))
    assert page.title == pages.TITLE
    assert [reply.region for reply in page.replies] == ["广东", None, "中国香港"]


RSS = '<rss version="2.0"><channel><title>最新文章</title><item><title>一篇</title></item></channel></rss>'
REFUSED = {
    "nothing": (b"", "empty"),
    "blanks": (b" \r\n\t\n ", "empty"),
    "only a mark": (codecs.BOM_UTF8, "empty"),
    "only hidden characters": ("\u200b\u2060\n".encode(), "title"),
    "rss": (RSS.encode(), "feed"),
    "rss with a declaration": (f'<?xml version="1.0" encoding="utf-8"?>\n<!-- feed -->{RSS}'.encode(), "feed"),
    "atom": ('<feed xmlns="http://www.w3.org/2005/Atom"><title>最新</title></feed>'.encode(), "feed"),
    "rdf": (b'<?xml version="1.0"?><rdf:RDF></rdf:RDF>', "feed"),
    "sitemap": (b'<?xml version="1.0"?><urlset><url><loc>https://example.org/</loc></url></urlset>', "XML"),
    "json": ('{"title": "小区便民柜", "body": "去年冬天，我们装了便民柜。"}'.encode(), "JSON"),
    "a list": ('[{"title": "小区便民柜"}, {"title": "又一篇"}]'.encode(), "JSON"),
    "json lines": ('{"title": "小区"}\n{"title": "便民柜"}\n'.encode(), "JSON"),
    "broken json": ('{"title": "小区便民柜", "body": "去年冬天'.encode(), "JSON"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "not text"),
    "a program": (bytes(range(256)) * 40, "not text"),
    "pdf": (b"%PDF-1.7\n1 0 obj\n", "not text"),
    "zip": (b"PK\x03\x04" + b"abc" * 50, "not text"),
    "zeroes": (b"\x00" * 400, "empty"),
    "counters first": (pages.plain(title="").encode(), "title"),
    "no title but prose": (("\n\n".join(pages.BODY * 2)).replace("去年", "我们" * 60 + "去年").encode(), "title"),
    "html without a title": ("<html><body><p>去年冬天，我们在三个小区里装了便民柜。</p></body></html>".encode(), ""),
    "too large": ("去年冬天，我们装了便民柜。\n".encode() * 200_000, "larger"),
    "a line of 20 MB": (b"a" * 20_000_000, "larger"),
    "a line of 3 MB": (("标题\n" + "a" * 3_000_000).encode(), "line"),
    "a title alone": ("小区便民柜为什么没人用？\n".encode(), "no article"),
    "title and counters alone": (f"{pages.TITLE}\n\n{pages.COUNTERS}\n".encode(), "no article"),
    "not found": (
        "<!DOCTYPE html><html><head><title>404</title></head><body><h1>页面不存在</h1></body></html>".encode(),
        "no article",
    ),
    "a table of values": (("name,phone,city\n" + "lin,123,gd\n" * 40).encode(), ""),
    "a program's text": (b"import os\n\n\ndef main():\n    print(os.getcwd())\n\n\nmain()\n" * 5, ""),
    "a log": (b"2023-01-01 10:00:00 INFO started\n" * 80, ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_article_page_is_refused_with_a_reason(name):
    data, reason = REFUSED[name]
    for repair in (True, False):
        with pytest.raises(NotAPage) as refused:
            read_page(data, repair=repair)
        with translation.override("en"):
            assert reason in str(refused.value) and str(refused.value).endswith(".")
