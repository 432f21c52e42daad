"""Slips of the keyboard, and what was meant."""

import pytest
from django.contrib.auth.models import AnonymousUser

from forum.search import search

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()


@pytest.mark.parametrize(
    ("title", "typed", "meant"),
    [
        ("支付宝的社交化", "支付保", "支付宝"),
        ("支付宝的社交化", "支宝付", "支付宝"),
        ("支付宝的社交化", "支支付宝", "支付宝"),
        ("小红书的种草", "小红数", "小红书"),
        ("产品经理的一天", "产品经历", "产品经理"),
        ("酒店订单", "九店", "酒店"),
        ("写给 android 的信", "androdi", "android"),
        ("支付宝的社交化", "zhifubap", "zhifubao"),
    ],
)
def test_a_slip_is_put_right_when_that_finds_something(make_thread, title, typed, meant):
    thread = make_thread(title=title, body="无关")
    results = search(typed, VISITOR)
    assert [hit.thread for hit in results.hits] == [thread]
    assert results.instead == meant
    assert search(typed, VISITOR, literally=True).instead == ""


def test_what_stands_somewhere_as_typed_is_no_slip(make_thread):
    make_thread(title="支付保险")
    make_thread(title="支付宝")
    assert search("支付保", VISITOR).instead == ""


def test_a_slip_keeps_the_filters(make_thread):
    make_thread(title="支付宝")
    results = search("支付保 in:产品", VISITOR)
    assert (results.instead, results.count) == ("支付宝", 1)
    assert search("支付保 author:无此人", VISITOR).count == 0


def test_hidden_words_are_never_proposed(make_thread):
    from forum.models import State

    make_thread(title="android", state=State.HIDDEN)
    assert search("androdi", VISITOR).instead == ""


@pytest.mark.parametrize(
    ("title", "typed", "meant"),
    [
        ("身体健康第一", "身体建康", "身体健康"),  # a word, but not the one
        ("垃圾分类的难处", "拉圾分类", "垃圾分类"),  # a character seldom met alone
        ("逛超级市场", "超及市场", "超级市场"),
        ("银行的柜台", "银航", "银行"),
        ("程序员的早晨", "层序员", "程序员"),  # c and ch
        ("男朋友的生日", "蓝朋友", "男朋友"),  # n and l
    ],
)
def test_the_wrong_word_of_the_same_sound_is_put_right(make_thread, title, typed, meant):
    make_thread(title=title, body="无关")
    assert search(typed, VISITOR).instead == meant


def test_a_mended_word_that_stands_nowhere_is_not_proposed(make_thread):
    make_thread(title="身体健美", body="无关")
    assert search("身体建康", VISITOR).instead == ""


def test_a_long_question_asks_the_index_for_some_of_what_it_may_mean(django_assert_max_num_queries, db):
    with django_assert_max_num_queries(8):
        search("一个没有人写过的长长的句子在这里", VISITOR)
