from hypothesis import given
from hypothesis import strategies as st

from forum.markup import contents, excerpt, mentions, minutes_to_read, plain, plain_reply, reading, render

SOURCE = """# 一、**用意**

支付宝要做[社交](https://a.cn)。
第二行

- 甲
- 乙

| 列 | 值 |
|---|---|
| a | 1 |

![图表](/media/a.png) `code`
"""


def test_contents_lists_the_headings_with_their_ids():
    html = render("# 一、**用意** & 何在\n\n正文\n\n## 背景")
    assert contents(html) == [(2, "section-一-用意-何在", "一、用意 & 何在"), (3, "section-背景", "背景")]


def test_plain_leaves_the_words_a_line_to_a_line():
    assert plain(SOURCE).split("\n") == [
        *("一、用意", "支付宝要做社交。", "第二行", "甲", "乙"),
        *("列 值", "a 1", "图表 code"),
    ]


def test_a_plain_reply_keeps_its_numbers():
    assert plain_reply("1. 甲\n2.201512月28日\n> 引用") == "1. 甲\n2.201512月28日\n引用"


@given(st.text("支付宝，。！（）“”：x1 \u3000\n*_.", max_size=30))
def test_a_reply_without_marks_is_read_as_any_other(text):
    assert plain_reply(text) == reading._plain(reading.REPLY.parse(text))


def test_an_excerpt_is_one_line_of_at_most_the_length_asked_for():
    assert excerpt("短短一句", 10) == "短短一句"
    assert excerpt("第一段。\n\n第二段，还有很多。", 9) == "第一段。 第二段…"
    assert excerpt("看看 application 的用法", 10) == "看看…"
    assert excerpt("abcdefghijklmn", 5) == "abcd…"


def test_reading_time_follows_the_fitted_formula():
    assert minutes_to_read("") == 1
    assert minutes_to_read("字" * 1061 + " a" * 15) == 5
    assert minutes_to_read("字" * 243) == 1
    assert minutes_to_read("字" * 244) == 2
    assert minutes_to_read("![](/media/a.png)" * 16) == 3


def test_mentions_are_found_straight_after_chinese_text():
    assert mentions("谢谢@骑狼的羊，还有＠lin_a 和@骑狼的羊") == ["骑狼的羊", "lin_a"]
    assert mentions("a@b.cn `@code` https://a.cn/@x @ 谁") == []
