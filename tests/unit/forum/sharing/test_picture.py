"""The picture beside a shared link."""

import io

import pytest
from PIL import Image

from forum.sharing import HEIGHT, WIDTH, letters, share_picture
from forum.sharing.letters import MISSING, seen
from forum.sharing.lines import lines_of, width_of

TITLES = [
    "页",
    "支付宝社交化的用意何在？",
    "软件工程" * 30,
    "w" * 120,
    "🎉🎉",
    "\u200b",
    "《论语》，「学而」；" * 12,
    "a\tb\nc",
]


@pytest.mark.parametrize("title", TITLES)
def test_every_title_has_one(title):
    picture = Image.open(io.BytesIO(share_picture(title, "小林", "跟帖", "https://forum.example.org/threads/1/")))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(picture.getcolors()) > 2


def test_an_imported_article_may_have_no_author():
    assert share_picture("标题", "", "跟帖", "https://forum.example.org/threads/1/")


def test_it_is_small_enough_to_be_fetched_on_a_phone():
    assert len(share_picture("软件工程" * 30, "小林", "跟帖", "https://forum.example.org/")) < 100_000


@pytest.mark.parametrize("title", TITLES)
def test_no_line_is_wider_than_the_paper(title):
    for line in lines_of(seen(title), 54, 1040, 4):
        assert width_of(line, 54) <= 1040 + 54  # a closing mark may hang over the edge


def test_no_closing_mark_opens_a_line_and_no_opening_one_ends_it():
    lines = lines_of("一二三四五，（六）七八九十“一”。", 50, 260, 20)
    assert "".join(lines) == "一二三四五，（六）七八九十“一”。"
    assert not any(line[0] in "，）”。" or line[-1] in "（“" for line in lines)


def test_a_latin_word_stays_whole():
    assert "Elasticsearch" in " ".join(lines_of("换掉 Elasticsearch 之后", 50, 420, 9)).split(" ")


def test_a_missing_type_is_said_to_be_missing(monkeypatch):
    monkeypatch.setattr(letters, "_ELSEWHERE", ())
    letters._faces.cache_clear(), letters._face_of.cache_clear()
    try:
        assert seen("喜𠮷") == f"喜{MISSING}"
        assert seen("骑狼的羊，軟體「測試」A") == "骑狼的羊，軟體「測試」A"
    finally:
        letters._faces.cache_clear(), letters._face_of.cache_clear()


def test_the_square_leads_to_the_article(visitor, make_thread):
    answer = visitor.get(f"/threads/{make_thread().pk}/share.png")
    assert answer["Content-Type"] == "image/png"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = visitor.get(answer.wsgi_request.path, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
