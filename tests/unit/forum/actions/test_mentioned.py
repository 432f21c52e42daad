"""@name is a link to the member, also where Chinese leaves no space; code and links are left alone."""

from urllib.parse import unquote

import pytest

from forum.actions.replies import edit_reply
from tests import cast


@pytest.fixture
def sheep(db):
    return cast.make_user("骑狼的羊")


def html_of(reply):
    return unquote(reply.body_html)


@pytest.mark.parametrize(
    "said", ["@骑狼的羊 说得好", "说得好@骑狼的羊，赞", "同意@骑狼的羊说的", "＠骑狼的羊", "@騎狼的羊說得好"]
)
def test_a_name_is_a_link_wherever_it_stands(sheep, make_reply, said):
    assert 'href="/people/骑狼的羊/"' in html_of(make_reply(body=said))


def test_the_longest_name_that_exists_wins(sheep, make_reply):
    cast.make_user("骑狼")
    html = html_of(make_reply(body="@骑狼的羊群都在"))
    assert 'href="/people/骑狼的羊/"' in html and "@骑狼的羊</a>群都在" in html


@pytest.mark.parametrize("said", ["`@骑狼的羊`", "me@骑狼的羊", "[看@骑狼的羊](https://example.org)", "@没有这个人"])
def test_code_links_mail_and_strangers_are_left_alone(sheep, make_reply, said):
    assert "/people/" not in html_of(make_reply(body=said))


def test_who_may_not_sign_in_is_not_called(make_reply):
    cast.make_user("过客", is_active=False)
    assert "/people/" not in html_of(make_reply(body="@过客"))


def test_an_article_and_an_edited_reply_link_too(sheep, lin, make_thread, make_reply):
    assert 'href="/people/骑狼的羊/"' in unquote(make_thread(body="感谢@骑狼的羊的提醒").body_html)
    reply = make_reply(body="感谢")
    edit_reply(lin, reply, "感谢@骑狼的羊")
    assert 'href="/people/骑狼的羊/"' in html_of(reply)


def test_mentioning_costs_one_question_and_silence_none(sheep, django_assert_num_queries):
    from forum.actions.mentioned import linking

    with django_assert_num_queries(1):
        linking("@骑狼的羊和@小林，还有@没有这个人")
    with django_assert_num_queries(0):
        linking("谁也没有叫")
