import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.chinese import SCRIPTS, converted_html, converted_text
from forum.markup import render, render_reply

WORDS = st.text(st.sampled_from("软件里的后台头发乾隆後裏軟體台灣里长，。 a1"), min_size=1, max_size=12)
KEPT = {
    "code": "`{}`",
    "fence": "\n\n```\n{}\n```\n\n",
    "link": "[{}](https://a.cn/后台)",
    "address": " https://a.cn/{}里 ",
    "name": "，@小林{}，",
    "quotation": "\n\n> {}\n\n",
    "fixed": "-{{后{}}}-",
}
PIECES = st.tuples(st.sampled_from(["{}", "**{}**", "~~{}~~", "\n\n## {}\n\n", *KEPT.values()]), WORDS)
PROTECTED = re.compile(r"<(a|blockquote|pre|code|span)\b[^>]*>.*?</\1>|[@＠][\w-]{1,20}", re.DOTALL)


def kept(html):
    """What a conversion may not change, but for the language a quotation is told."""
    return [found[0] for found in PROTECTED.finditer(without_languages(html))]


def without_languages(html):
    return re.sub(r'<blockquote lang="zh[\w-]*">', "<blockquote>", html)


def tags(html):
    return re.findall(r"<[^>]*>", without_languages(html))


@given(st.lists(PIECES, max_size=8), st.permutations(SCRIPTS))
def test_a_journey_through_every_script_keeps_code_links_names_and_quotations(pieces, journey):
    source = "".join(shape.format(words) for shape, words in pieces)
    for html in (render(source), render_reply(source)):
        travelled = html
        for script in journey:
            travelled = converted_html(travelled, script)
        assert kept(travelled) == kept(html)
        assert tags(travelled) == tags(html)


@pytest.mark.parametrize("shape", KEPT.values(), ids=KEPT)
def test_what_is_protected_stays_between_converted_neighbours(shape):
    html = render("软件" + shape.format("软件里") + "软件")
    shown = converted_html(html, "tw")
    assert kept(html) and kept(shown) == kept(html)
    assert shown.startswith("<p>軟體") and shown.count("軟體") == 2


def test_each_reader_gets_the_words_of_the_place():
    html = render("软件里的**后台**")
    assert converted_html(html, "original") == html
    assert converted_html(html, "hans") == html
    assert converted_html(html, "tw") == "<p>軟體裡的<strong>後臺</strong></p>\n"
    assert converted_html(html, "hk") == "<p>軟件裏的<strong>後台</strong></p>\n"
    assert converted_html(render("軟體裡的後臺"), "hans") == "<p>软体里的后台</p>\n"


def test_traditional_words_are_not_taken_for_simplified_ones():
    assert converted_text("里長住在後面", "tw") == "里長住在後面"
    assert converted_html(render("里長住在**里**後面"), "tw") == "<p>里長住在<strong>里</strong>後面</p>\n"
    assert converted_text("这里的里长", "tw") != "这里的里长"


def test_signs_fix_a_word_in_plain_text_and_fall_away():
    for script in SCRIPTS:
        assert converted_text("-{ 软件 }-", script) == "软件"
    assert converted_text("用-{软件}-的软件", "tw") == "用软件的軟體"
    assert converted_text("x-{y}-z", "tw") == "x-{y}-z"


def test_addresses_and_names_in_plain_text_stay():
    assert converted_text("@小林说，见 https://a.cn/后台，后台", "hk") == "@小林说，見 https://a.cn/后台，後台"


def test_quotations_are_told_their_own_language():
    shown = converted_html(render("后来\n\n> 这软件后来\n>\n> > 軟體\n\n> abc"), "tw")
    assert shown.count('<blockquote lang="zh-Hans">') == 1
    assert shown.count("<blockquote>") == 2  # the one within, and the one without Chinese


def test_a_tag_within_an_attribute_is_no_tag():
    html = render('[甲](https://a.cn "<blockquote><img src=x>简</blockquote>") 后来')
    shown = converted_html(html, "tw")
    assert kept(shown) == kept(html) and "後來" in shown and "lang=" not in shown


def test_an_unknown_script_is_an_error():
    with pytest.raises(KeyError):
        converted_text("软件", "mars")
