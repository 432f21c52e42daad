import re

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from forum.chinese import fold
from forum.search import keywords, load, question, segment, vector, vectors
from forum.search.questions import terms
from forum.search.words import Reading

MIXED = st.text(
    "支付寶宝社交化的用意结婚和尚未南京市长江大桥乾隆著B端Ｏ2o５g iphone.+#-“”\"'\\&|!:*()\0é…，", max_size=60
)
TEXTS = st.text(max_size=40) | MIXED


def indexed(text):
    """Lexemes of a vector literal, with their positions and weights; of two at one place the higher, as stored."""
    found = {}
    for lexeme, places in re.findall(r"'([^']*)':(\S+)", vector("", text)):
        for place in places.split(","):
            at = found.setdefault(lexeme, {})
            at[place[:-1]] = min(place[-1], at.get(place[:-1], "D"))
    return {lexeme: {f"{place}{weight}" for place, weight in at.items()} for lexeme, at in found.items()}


def asked(text):
    return {gram.text for term in terms(text) if not term.is_excluded for gram in term.grams}


def test_words_of_the_trade_hold_together():
    load()
    assert segment("支付寶社交化的產品經理，在Ｂ端和O2O用５Ｇ。") == [
        *("支付宝", "社交化", "的", "产品经理", "在", "b端", "和", "o2o", "用", "5g"),
    ]


def test_words_that_fold_to_another_character_are_still_words():
    assert segment("著名的著作一目瞭然") == ["着名", "的", "着作", "一目了然"]


@given(TEXTS)
def test_segmenting_a_folded_text_changes_nothing(text):
    assert segment(fold(text)) == segment(text)


@given(TEXTS)
def test_whatever_is_asked_for_a_text_is_indexed_for_it(text):
    assert asked(text) <= set(indexed(text))


@given(TEXTS, MIXED, TEXTS)
def test_a_part_of_a_text_between_marks_finds_the_text(before, part, after):
    assert asked(part) <= set(indexed(f"{before}。{part}。{after}"))


@given(st.text("支付宝社交化的用意结婚和尚未南京市长江大桥乾隆著画計", min_size=2, max_size=30), st.data())
def test_one_and_two_characters_are_found_wherever_like_would(text, data):
    start = data.draw(st.integers(0, len(text) - 2))
    for length in (1, 2):
        part = text[start : start + length]
        grams = {gram.text for gram in Reading(fold(part)).grams(0, length - 1)}
        assert grams <= set(indexed(text)) or fold(part) not in fold(text)


@given(TEXTS, TEXTS)
def test_literals_hold_no_quote_but_their_own(title, body):
    # What is left of a literal without its quoted lexemes is PostgreSQL's syntax and nothing else.
    assert re.fullmatch(r"(?:'[^'\\]+':[\d,ABCD]+ ?)*", vector(title, body))
    assert not re.sub(r"'[^'\\]+'|[ &|!()]|<\d+>", "", question(title))


def test_a_word_weighs_more_than_a_pair_that_only_looks_like_one():
    places = indexed("结婚的和尚未结婚的")
    assert places["和尚"] == {"5D"}
    assert places["尚未"] == {"6C"}
    assert places["结婚"] == {"2C", "8C"}


def test_the_title_weighs_more_and_stands_apart_from_the_body():
    literal = vector("支付宝", "社交")
    assert "'支付宝':1A" in literal
    assert "'付宝':2B" in literal
    assert "'社交':5C" in literal
    assert "宝社" not in literal


def test_letters_and_digits_of_a_mixed_word_are_found_alone():
    assert {"iphone15", "iphone", "15"} <= set(indexed("iPhone15"))


def test_the_longest_text_keeps_within_what_postgresql_takes():
    everything = "".join(map(chr, range(0x4E00, 0x9FA5))) * 9 + "x" * 5_000
    literal = vector("", everything)
    assert len(re.sub(r"'|:\S+| ", "", literal).encode()) < 1_000_000
    positions = [int(position) for position in re.findall(r"(\d+)[ABCD]", literal)]
    assert max(positions) <= 16_383
    assert max(len(lexeme.encode()) for lexeme in indexed(everything)) <= 2_046


def test_a_common_lexeme_keeps_the_positions_postgresql_keeps():
    assert len(indexed("的。" * 9_000)["的"]) == 255


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["结婚的和尚未结婚的iPhone15", "的。" * 1_000, "支付宝，" * 300, "c++ it's \\ x_y"])
def test_a_short_text_is_stored_as_a_long_one_would_be(text, monkeypatch):
    with connection.cursor() as cursor:
        stored = []
        for small in (0, 16_000):
            monkeypatch.setattr(vectors, "_SMALL", small)
            cursor.execute("select %s::tsvector::text", [vector("题目" + text[:20], text, "标签")])
            stored += cursor.fetchone()
    assert stored[0] == stored[1]


def test_keywords_tell_what_a_text_is_about():
    text = "我们认为支付宝的社交化可以提高用户粘性。支付宝要做社交，产品经理可以从转账开始。2016年"
    words = [word for word, _ in keywords(text, 3)]
    assert words[0] == "支付宝"
    assert not {"我们", "可以", "2016"} & {word for word, _ in keywords(text, 50)}
    assert keywords(text, 3) == keywords(text, 3)
    assert sum(weight for _, weight in keywords(text, 50)) <= 1.0001
    assert keywords("") == []
