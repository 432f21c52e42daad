import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.search import question
from forum.search.questions import terms


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("支", "('支')"),
        ("社交", "('社交')"),
        ("餘額寶", "('余额宝' | '余额' & '额宝')"),
        ("支付寶", "('支付宝' | '支付' & '付宝' | 'alipay')"),
        ("Ｂ端", "('b端' | 'b' & '端')"),
        ("“支付宝 app”", "('支付' <1> '付宝' <2> 'app')"),
        ('社交 -"微信支付"', "('社交') & !('微信' <1> '信支' <1> '支付')"),
        ("社交　-微信", "('社交') & !('微信')"),
        ("社交 社交", "('社交')"),
        ("wi-fi", "('wi') & ('fi')"),
        ("的", "('的')"),
        ("社交的用意", "('社交') & ('用意')"),
    ],
)
def test_a_question_asks_for_all_its_words(typed, asked):
    assert question(typed) == asked


@pytest.mark.parametrize(
    "typed", ["", " ", "…", "-", "-微信", '""', "“”", "，。！", "\0", "'", "\\", "& | ! : *", "()"]
)
def test_a_question_without_words_asks_nothing(typed):
    assert question(typed) == ""


def test_a_very_long_question_is_read_as_far_as_anybody_would():
    assert 0 < len(question("支付宝社交化" * 2_000)) < 5_000
    assert len(terms("".join(f"词{number} " for number in range(3_000)))) <= 24


@given(st.text())
def test_no_question_is_too_strange(typed):
    assert isinstance(question(typed), str)
