import pytest

from forum.markup import render_reply


@pytest.mark.parametrize(
    "source",
    [
        "2.201512月28日",
        "1. 第一",
        "# 标题",
        "- 列",
        "+ 列",
        "---",
        "[a]: https",
        "| a | b |",
        "&amp;",
        "    缩进",
    ],
)
def test_a_line_is_a_line_as_typed(source):
    shown = source.strip().replace("&", "&amp;")
    assert render_reply(source) == f"<p>{shown}</p>\n"


def test_a_new_line_is_a_new_line_and_an_empty_one_parts_paragraphs():
    assert render_reply("1. 甲\n2. 乙\n\n丙") == "<p>1. 甲<br>\n2. 乙</p>\n<p>丙</p>\n"


def test_emphasis_code_quotes_and_links_work():
    html = render_reply("> 引用\n\n**粗** `x<1` https://a.cn/\n```\n代码\n```")
    assert "<blockquote>\n<p>引用</p>\n</blockquote>" in html
    assert "<strong>粗</strong> <code>x&lt;1</code> <a href=" in html
    assert '<pre tabindex="0"><code>代码\n</code></pre>' in html
