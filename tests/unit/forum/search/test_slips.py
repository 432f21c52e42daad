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
