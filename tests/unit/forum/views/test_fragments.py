"""A reply filled into its mould is the reply its template would make."""

import re
from html import unescape

import pytest

from forum.models import State
from tests import cast

WICKED = "100% <b>%(pk)s</b> {{ reply.pk }} & \"'"


def items(page):
    return re.findall(r'<li class="reply[ "].*?</li>', page, re.S)


@pytest.fixture
def talk(make_thread, make_reply, lin, mei):
    """A thread with replies of every shape."""
    thread = make_thread(lin)
    top = make_reply(thread, mei, WICKED)
    nested = make_reply(thread, lin, "楼主来答", parent=top, likes_count=12345)
    make_reply(thread, mei, "答楼主", parent=nested, region="")
    hidden = make_reply(thread, mei, "不见了")
    make_reply(thread, lin, "在下面", parent=hidden)
    type(hidden).objects.filter(pk=hidden.pk).update(state=State.HIDDEN)
    type(top).objects.create(thread=thread, body="原站", body_html="<p>原站</p>", imported=True, floor=9)
    return thread


def test_every_shape_is_filled_with_its_own_words(talk, visitor):
    first, answer, second, shell, below, ghost = items(visitor.get(talk.get_absolute_url()).content.decode())
    assert WICKED in unescape(re.sub("<(?!b>|/b>)[^>]*>", "", first)) and "阿梅" in first and "四川" in first
    assert (
        "reply--nested" in answer and "tag--seal" in answer and "1.2万" in answer and "reply__answering" not in answer
    )
    assert "@小林" in second and "tag--region" not in second
    assert "reply--shell" in shell and "不见了" not in shell and "阿梅" not in shell
    assert "在下面" in below and "原站网友" in ghost and 'href="/people/' not in ghost


def test_two_of_one_shape_share_nothing_but_the_mould(talk, visitor, make_reply, mei):
    one, other = make_reply(talk, mei, "甲"), make_reply(talk, mei, "乙")
    *_, first, second = items(visitor.get(talk.get_absolute_url()).content.decode())
    assert f'id="reply-{one.pk}"' in first and "甲" in first and "甲" not in second
    assert f'id="reply-{other.pk}"' in second and "乙" in second and "乙" not in first
    assert f"/replies/{one.pk}/" not in second and f"/replies/{other.pk}/" not in first


@pytest.mark.parametrize("lang", ["en", "zh-hant", "zh-hans"])
def test_a_mould_is_cast_for_each_language(talk, visitor, lang):
    visitor.get(talk.get_absolute_url())  # in Chinese first
    visitor.cookies["lang"] = lang
    page = visitor.get(talk.get_absolute_url()).content.decode()
    assert {"en": ">Report<", "zh-hant": ">舉報<", "zh-hans": ">举报<"}[lang] in page


def test_ones_own_is_marked_and_anothers_is_not(talk, client_of, mei, lin):
    mine = items(client_of(mei).get(talk.get_absolute_url()).content.decode())
    theirs = items(client_of(cast.make_user("卓伊")).get(talk.get_absolute_url()).content.decode())
    assert "/edit/" in mine[0] and "/edit/" not in mine[1]
    assert "不见了" in mine[3] and "不见了" not in theirs[3]
    assert not any("/edit/" in item for item in theirs)


def test_no_mark_is_left_in_a_page(talk, visitor, client_of, mei, zhou):
    for browser in (visitor, client_of(mei), client_of(zhou)):
        page = browser.get(talk.get_absolute_url()).content.decode()
        assert not re.search(r"\d{19}|%\((?!pk\))\w+\)s", page)
