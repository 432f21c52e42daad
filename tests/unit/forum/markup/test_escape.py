import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forum.markup import escape, render, render_reply

ORDINARY = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp", "Zs"])
LINES = st.text(ORDINARY | st.sampled_from("\n #*_-+>`~[]()!|\\<&;:.19=@/中，"))


def visible(html):
    text = re.sub(r"<br>|</p>|</blockquote>", "\n", html.replace("\n", ""))
    return [line.split() for line in unescape(re.sub(r"<[^>]+>", "", text)).split("\n") if line.strip()]


def typed(text):
    return [line.split() for line in text.split("\n") if line.strip()]


@given(LINES)
@example("1. 2.201512月28日\n# 标题\n- 列\n***\n~~~\n| a | b |\n|--|--|\n[a]: https://a.cn\n![x](y)\n<b>&copy;\\*")
@example("https://a.cn/x_y_z*a*b，谢谢 http://a.cn/%E4%BD%A0")
def test_plain_text_is_shown_as_typed(text):
    assert visible(render(escape(text))) == typed(text)
    assert visible(render_reply(escape(text))) == typed(text)


@pytest.mark.parametrize(
    "text", ["支付宝社交化的用意何在？", "5G（网络）和 O2O，见 https://a.cn/x_y。", "a < b，2 * 3"]
)
def test_what_needs_no_escaping_stays_readable(text):
    assert escape(text).replace("\\", "") == text


def test_line_ends_of_any_system_are_line_ends():
    assert render_reply(escape("甲\r\n乙\r丙")) == "<p>甲<br>\n乙<br>\n丙</p>\n"
