"""The body as Markdown shows what the author typed, and nothing is read as a mark."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum.importing import read_page
from forum.markup import render, render_reply
from tests.unit.forum.importing import pages


def shown(html):
    text = re.sub(r"<[^>]*>", "", html)
    for entity, sign in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&#39;", "'"),
        ("&nbsp;", "\u00a0"),
        ("&amp;", "&"),
    ):
        text = text.replace(entity, sign)
    return " ".join(text.split())


@pytest.mark.parametrize(
    "typed",
    [
        "2.201512月28日发布",
        "2. 这不是列表",
        "# 不是标题",
        "> 不是引用",
        "- 不是列表",
        "+ 也不是",
        "*不是强调*和_不是_和**不是**",
        "`不是代码`",
        "[不是](链接)和![不是](图)",
        "<b>不是标签</b>&amp;&copy;",
        "~~没有划掉~~",
        "| 不是 | 表格 |",
        "1) 不是",
        "反斜杠\\*和\\\\",
        "***",
        "---",
        "===",
        "    四个空格",
        "a_b_c 与 https://example.org/a_b_c?x=1&y=2 在此",
    ],
)
def test_what_was_typed_is_shown_as_typed(typed):
    page = read_page(pages.plain(body=(*pages.BODY, f"{typed}。"), replies=((None, f"第一行\n{typed}。"),)).encode())
    expected = f"{typed}。".strip()
    assert shown(render(page.body_source())).endswith(" ".join(expected.split()))
    assert shown(render_reply(page.replies[0].source)).endswith(" ".join(expected.split()))


SOURCES = {"plain": pages.plain(), "html": pages.html(), "markdown": pages.markdown()}


@pytest.mark.parametrize("shape", SOURCES)
def test_the_rendered_body_says_what_the_plain_body_says(shape):
    page = read_page(SOURCES[shape].encode())
    said, wanted = shown(render(page.body_source())), "".join(page.body_text().split())
    assert wanted in "".join(said.split()) or "".join(said.split()).endswith(wanted)


@settings(deadline=None)
@given(st.text(alphabet="#*_`~[]()<>!|\\&-+.1 a汉。，\n", max_size=40))
def test_no_typed_marks_are_lost(typed):
    page = read_page(
        pages.plain(body=(*pages.BODY, f"开头{typed.replace(chr(10), ' ')}结尾。"), replies=()).encode(), repair=False
    )
    assert "".join(shown(render(page.body_source())).split()) == "".join(page.body_text().split())
