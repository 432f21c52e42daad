from itertools import pairwise

import pytest
from django.contrib.auth.models import AnonymousUser

from forum.models import Reply
from forum.paging import SORTS, cursor_to, page_of

VISITOR = AnonymousUser()


@pytest.fixture
def talk(make_thread, lin):
    """Seven replies, the second answered twice."""
    thread = make_thread()
    tops = [Reply.objects.create(thread=thread, author=lin, body=str(n), floor=n, likes_count=n % 3) for n in range(7)]
    for n in range(2):
        Reply.objects.create(thread=thread, author=lin, body=f"答{n}", floor=7 + n, parent=tops[1])
    return thread


def walk(thread, sort, size):
    cursor, seen = "", []
    while cursor is not None:
        page = page_of(thread, VISITOR, sort, cursor, size=size)
        seen.append([reply.pk for reply in page.rows])
        cursor = page.next
    return seen


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_every_reply_is_met_once_whatever_the_size_of_a_page(talk, sort, size):
    seen = [pk for page in walk(talk, sort, size) for pk in page]
    assert sorted(seen) == sorted(talk.replies.values_list("pk", flat=True))


@pytest.mark.parametrize("sort", SORTS)
def test_answers_follow_what_they_answer(talk, sort):
    (seen,) = walk(talk, sort, 50)
    parent = talk.replies.exclude(children=None).first()
    at = seen.index(parent.pk)
    assert seen[at + 1 : at + 3] == list(parent.children.order_by("pk").values_list("pk", flat=True))


@pytest.mark.parametrize("sort", SORTS)
def test_the_way_back_leads_through_the_same_pages(talk, sort):
    cursors, cursor = [], ""
    while cursor is not None:
        cursors.append(cursor)
        cursor = page_of(talk, VISITOR, sort, cursor, size=2).next
    for before, after in pairwise(cursors):
        assert page_of(talk, VISITOR, sort, after, size=2).previous == before
    assert page_of(talk, VISITOR, sort, "", size=2).previous is None


def test_the_hottest_come_first(talk):
    (seen,) = walk(talk, "hot", 50)
    assert Reply.objects.get(pk=seen[0]).likes_count == 2


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_the_cursor_to_a_reply_opens_its_page(talk, size):
    replies = talk.replies.on_page(VISITOR)
    for reply in talk.replies.all():
        page = page_of(talk, VISITOR, "oldest", cursor_to(replies, reply, size), size=size)
        assert reply.pk in [row.pk for row in page.rows]


@pytest.mark.parametrize("cursor", ["x", "1", "1-2-3", "-1-2", "9" * 30 + "-1", "1-", "'--", "１-２"])
def test_a_bad_cursor_is_the_first_page(talk, cursor):
    assert page_of(talk, VISITOR, "oldest", cursor, size=3).rows == page_of(talk, VISITOR, "oldest", "", size=3).rows
