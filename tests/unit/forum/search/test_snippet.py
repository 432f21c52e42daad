import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from forum.search import snippet


def marked(html):
    return re.findall("<mark>(.*?)</mark>", html)


def test_hits_are_marked_as_written_whatever_script_was_asked_in():
    html = snippet("當初支付寶的ＡＰＰ，今天的支付宝", "支付宝 app", 100)
    assert marked(html) == ["支付寶", "ＡＰＰ", "支付宝"]


def test_a_long_text_is_cut_round_its_best_hits():
    html = snippet("支付。" + "开头" * 200 + "支付宝和社交" + "结尾" * 200, "支付宝 社交", 60)
    assert marked(html) == ["支付宝", "社交"]
    assert html.startswith("…")
    assert html.endswith("…")
    assert len(re.sub("<.*?>|…", "", html)) == 60


def test_without_a_hit_the_beginning_is_shown():
    assert snippet("一二三四五", "支付宝", 3) == "一二三…"
    assert snippet("一二三", "", 3) == "一二三"


def test_what_an_author_typed_is_escaped():
    assert snippet("<b>支付宝</b> & 社交", "支付宝", 99) == "&lt;b&gt;<mark>支付宝</mark>&lt;/b&gt; &amp; 社交"


def test_latin_words_are_marked_whole():
    assert marked(snippet("app happy APP。", "app", 99)) == ["app", "APP"]


def test_excluded_words_are_not_marked():
    assert marked(snippet("社交和微信", "社交 -微信", 99)) == ["社交"]


def test_a_watermark_within_a_word_does_not_hide_it():
    assert marked(snippet("微\u200b信支付", "微信", 99)) == ["微\u200b信"]


@given(
    st.text("支付寶宝<&>é…\u200b ab”ﬁİe\u0301", max_size=80),
    st.text("支付寶宝abfi…", max_size=6),
    st.integers(1, 40),
)
def test_a_snippet_is_always_a_piece_of_the_text(text, question, length):
    shown = unescape(re.sub("</?mark>", "", snippet(text, question, length)))
    joined = " ".join(text.split())
    assert any(shown[start : len(shown) - end] in joined for start in (0, 1) for end in (0, 1))
    assert len(shown) <= length + 2
