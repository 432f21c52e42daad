import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forum.markup import render, render_reply
from forum.markup.allowed import _ATTRIBUTES, _TAGS

PIECES = [
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](data:text/html,x)",
    ),
    *(
        "<https://a.cn/?q=<b>>",
        "[x]: javascript:alert(1)\n",
        '[a](https://a.cn/ "x\\" onclick=\\"alert(1)")',
        "`",
        "**",
    ),
    *(
        "![x](/media/a.png)",
        "![x](https://evil.cn/a.png)",
        "](",
        "[",
        "|-|\n",
        "| a | b |\n",
        "# ",
        "> ",
        "```\n",
        "\n",
    ),
    *(
        "&#106;avascript:",
        "java\tscript:",
        "<a href='vbscript:x'>",
        "<div style=x hx-get=/x data-x class=x id=verbs>",
        "~~",
    ),
    *(
        "@小林说",
        "https://a.cn/x，",
        "\\",
        "\0",
        "&lt;",
        "//evil.cn",
        "![](//evil.cn/x.png)",
        "![](/media/../x)",
        "注意：",
    ),
]
HOSTILE = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map("".join)


class Inspector(HTMLParser):
    """Collects what a browser would see: tags with attributes."""

    def __init__(self, html):
        super().__init__()
        self.seen = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def assert_harmless(html):
    for tag, attributes in Inspector(html).seen:
        assert tag in _TAGS
        assert set(attributes) <= _ATTRIBUTES.get(tag, set()) | {"rel", "class"}
        assert re.match(r"(https?:|mailto:|[^:]*(?:[/?#]|$))", attributes.get("href", ""), re.IGNORECASE)
        assert attributes.get("src", "/media/").startswith("/media/")
        assert ".." not in attributes.get("src", "")
        assert attributes.get("class", "is-right") in {"is-right", "is-centred", "prose__scroll"}
        assert attributes.get("id", "section").startswith("section")


@given(HOSTILE)
@example("![x](data:text/html,<script>alert(1)</script>)")
def test_nothing_that_runs_comes_through(source):
    assert_harmless(render(source))
    assert_harmless(render_reply(source))


@given(HOSTILE)
def test_mentions_open_no_door(source):
    assert_harmless(render(source, link_mention=lambda name: (name, "/people/" + name + "/")))


@pytest.mark.parametrize(
    ("source", "bold"),
    [
        ("**注意：**中文", "<strong>注意：</strong>中文"),
        ("他说**“引号”**后面", "他说<strong>“引号”</strong>后面"),
        ("用**C++**语言", "用<strong>C++</strong>语言"),
        ("前~~（删去）~~后", "前<s>（删去）</s>后"),
        ("a * b * c", "a * b * c"),
        ("_下划_线", "_下划_线"),
        ("价格 ** 数量", "价格 ** 数量"),
        ("**《书》**，**（注）**。", "<strong>《书》</strong>，<strong>（注）</strong>。"),
    ],
)
def test_emphasis_works_beside_chinese_marks(source, bold):
    assert render(source) == f"<p>{bold}</p>\n"


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("访问https://woshipm.com/x，谢谢", "https://woshipm.com/x"),
        ("（https://a.cn/x）", "https://a.cn/x"),
        ("**https://a.cn/x**。", "https://a.cn/x"),
        ("https://b.cn/产品经理", "https://b.cn/%E4%BA%A7%E5%93%81%E7%BB%8F%E7%90%86"),
        ("见https://a.cn/x.。", "https://a.cn/x"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(source, address):
    assert re.findall('href="(.*?)"', render(source)) == [address]


@pytest.mark.parametrize("source", ["请看a.cn", "//evil.cn/x", "ftp://a.cn/x", "https://，", "a@b.cn"])
def test_what_is_no_web_address_is_no_link(source):
    assert "<a" not in render(source)


def test_every_link_says_that_we_do_not_vouch_for_it():
    html = render("[甲](https://a.cn) https://b.cn <https://c.cn>")
    assert html.count("<a ") == html.count('rel="nofollow ugc noopener noreferrer"') == 3


def test_an_image_from_elsewhere_becomes_a_link_with_its_words():
    assert "<img" not in render("![图表](https://evil.cn/a.png)")
    assert ">图表</a>" in render("![图表](https://evil.cn/a.png)")
    assert render("[![图表](https://evil.cn/a.png)](https://a.cn)").count("<a ") == 1
    assert render("![]()") == "<p></p>\n"


def test_our_own_image_loads_lazily():
    html = render("![图表](/media/2026/a.png)")
    assert html == '<p><img src="/media/2026/a.png" alt="图表" loading="lazy" decoding="async"></p>\n'


def test_headings_begin_at_two_and_skip_no_level():
    html = render("# 一\n\n### 二\n\n# 一\n\n##### 三\n\n###### 四")
    assert re.findall(r"<h(\d) id=\"(.*?)\"", html) == [
        ("2", "section-一"),
        ("3", "section-二"),
        ("2", "section-一-2"),
        ("3", "section-三"),
        ("4", "section-四"),
    ]


def test_a_heading_keeps_its_id_when_others_are_added_before():
    assert 'id="section-用意"' in render("## 用意")
    assert 'id="section-用意"' in render("## 开头\n\n## 用意")


def test_tables_and_code_scroll_within_reach_of_the_keyboard():
    html = render("|a|b|\n|:-:|-:|\n|1|2|\n\n```python\nx < 1\n```")
    assert '<div class="prose__scroll" tabindex="0"><table>' in html
    assert '<th class="is-centred">a</th>' in html
    assert '<td class="is-right">2</td>' in html
    assert '<pre tabindex="0"><code>x &lt; 1\n</code></pre>' in html
    assert "style" not in html


def test_indented_paragraphs_are_no_code_and_dashes_make_no_heading():
    assert render("    缩进的一段") == "<p>缩进的一段</p>\n"
    assert "<h" not in render("一句话\n---").replace("<hr", "")


def test_a_mention_becomes_a_link_to_the_member_meant():
    def link(candidate):
        return ("骑狼的羊", "/people/骑狼的羊/") if candidate.startswith("骑狼的羊") else None

    html = render_reply("谢谢@骑狼的羊说得对，`@骑狼的羊` a@b.cn @nobody", link_mention=link)
    assert html.count("<a ") == 1
    assert ">@骑狼的羊</a>说得对" in html
    assert "@nobody" in html


@pytest.mark.parametrize(
    "hostile", ["[" * 20_000, "**" * 20_000, ">" * 20_000, "`" * 20_001, "![" * 10_000, "|" * 9_000]
)
def test_text_made_to_be_slow_is_read_all_the_same(hostile):
    assert_harmless(render(hostile))
    assert_harmless(render_reply(hostile))
