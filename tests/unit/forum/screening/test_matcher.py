import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.screening.matcher import Hit, Matcher, Reach, mask

MATCHER = Matcher(
    [
        ("代开发票", "refuse"),
        ("加微信", "hold"),
        ("加VX", "hold"),
        ("博彩", "refuse"),
        ("微信", "mask"),
        ("ass", "mask"),
    ],
    allowed=["微信支付", "企业微信"],
)


def words(text):
    return [hit.word for hit in MATCHER.hits(text)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("可代·开*发 票的", "代开发票"),
        ("代開發票", "代开发票"),
        ("代开\n发票", "代开发票"),
        ("ＶＸ：加ＶＸ", "加VX"),
        ("加V✖X", "加VX"),
        ("加 v_x", "加VX"),
        ("加ⓥⓧ", "加VX"),
        ("加v\u200bx123", "加VX"),
        ("博❤️彩", "博彩"),
        ("菠菜不是菠彩", "博彩"),
        ("微\u200b信", "微信"),
        ("薇信", "微信"),
        ("加。微。信。", "加微信"),
    ],
)
def test_a_word_is_found_however_it_is_spelt(text, word):
    assert word in words(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "支付宝",
        "用微信支付付款",
        "企业微信",
        "class",
        "ассистент",
        "加vxyz",
        "增加。微笑",
        "增加。微信支付",
        "博大精彩",
    ],
)
def test_harmless_texts_are_left_alone(text):
    assert words(text) == []


def test_a_word_that_comes_about_between_two_sentences_is_no_hit():
    assert words("我们要增加！微信支付很好") == []
    assert words("用户增加。微信好用") == ["微信"]


def test_hits_come_leftmost_and_longest_first_with_their_places():
    text = "请 加 微 信，代開發票"
    assert MATCHER.hits(text) == [
        Hit("加微信", "hold", 2, 7, Reach.SPACED),
        Hit("微信", "mask", 4, 7, Reach.SPACED),
        Hit("代开发票", "refuse", 8, 12, Reach.PLAIN),
    ]


def test_masking_covers_what_was_typed_and_no_more():
    text = "请加 微\u200b信 吧"
    assert mask(text, [hit for hit in MATCHER.hits(text) if hit.level == "mask"]) == "请加 ＊＊＊ 吧"


def test_a_list_without_words_finds_nothing():
    assert Matcher([]).hits("加微信") == []
    assert Matcher([("…", "hold"), (" ", "refuse")]).hits("加微信 …") == []


@given(st.text("加微信代開开發发票vx Ａ…\u200b。é", max_size=60))
def test_places_lie_in_the_text_and_masking_keeps_its_length(text):
    hits = MATCHER.hits(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert len(mask(text, hits)) == len(text)


@given(st.text(max_size=20), st.text("·*-_ \u200b❤️", max_size=3), st.text(max_size=20))
def test_signs_between_the_characters_never_hide_a_word(before, sign, after):
    assert "代开发票" in words(f"{before} {sign.join('代开发票')} {after}")
