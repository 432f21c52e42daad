"""Whatever the bytes are: a Page or NotAPage, never anything else; and mending twice is mending once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from forum.importing import NotAPage, Page, read_page
from tests.unit.forum.importing import pages

SIMPLIFIED = st.text(
    alphabet="我们在小区里装了便民柜大家不愿意打开它位置比功能更要紧的人一是这有说和上，。！？：；（）“”",
    min_size=20,
    max_size=120,
)
PIECES = st.sampled_from(
    [
        "<div class='comments'>",
        "<li class='comment'>",
        "</li>",
        "<h1>",
        "</h1>",
        "<p>",
        "<table><tr><td>",
        "<![CDATA[",
        "<!--",
        "&#x110000;",
        "# 标题\n",
        "```\n",
        "> ",
        "1. ",
        "[a](b)",
        "---\n",
        "评论\n",
        "评论请登录\n",
        "来自浙江 回复\n",
        "回复\n",
        "5 评论 9 浏览\n",
        "本文由 @甲 原创",
        "發(fā)",
        "擔?;蛘叱兄Z",
        "?",
        "\u00a0\n",
        "\u200b",
        "\ufdd6",
        "\ufdd7",
        "壹",
        "網路",
        "去年冬天，我们在三个小区里装了便民柜。\n",
        "\t",
        "(",
        ")",
        "\n\n",
    ]
)


def either(data):
    for repair in (True, False):
        try:
            page = read_page(data, repair=repair)
        except NotAPage as refused:
            assert str(refused)
        else:
            assert isinstance(page, Page) and page.title and page.body_text()
            assert len(page.line_map) == len(page.body_text().split("\n"))
            assert page.body_source() is not None and all(reply.text for reply in page.replies)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data):
    either(data)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_mixture_of_what_pages_are_made_of(text):
    either(text.encode(errors="ignore"))
    either((pages.TITLE + "\n" + pages.BODY[0] + "\n" + text).encode(errors="ignore"))
    either(pages.html().replace("<p>&nbsp;</p>", text).encode(errors="ignore"))


@settings(deadline=None)
@given(st.lists(SIMPLIFIED, min_size=1, max_size=4))
def test_clean_simplified_text_is_unchanged(paragraphs):
    body = [f"我们在小区里装了一个柜子{one}止。" for one in paragraphs]
    page = read_page(pages.plain(body=body, replies=()).encode())
    assert page.body_text().split("\n") == body
    assert page.repairs == ()


@settings(deadline=None)
@given(st.lists(SIMPLIFIED, min_size=1, max_size=4))
def test_mending_twice_is_mending_once(paragraphs):
    garbled = pages.garbled(
        pages.plain(body=[f"我们在小区里装了一个柜子{one}止。" for one in paragraphs], replies=()), "們這"
    )
    once = read_page(garbled.encode())
    again = read_page(pages.plain(title=once.title, body=once.body_text().split("\n"), replies=()).encode())
    assert again.body_text() == once.body_text()
    assert again.repairs == ()
