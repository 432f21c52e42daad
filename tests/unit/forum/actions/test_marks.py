from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from forum.actions.marks import set_favourite, set_like
from forum.models import Favourite, Like
from forum.rules import Refused


def test_twice_is_the_same_as_once(mei, make_thread):
    thread = make_thread()
    for favourited, count in ((True, 1), (True, 1), (False, 0), (False, 0)):
        set_favourite(mei, thread, favourited=favourited)
        thread.refresh_from_db()
        assert thread.favourites_count == count == Favourite.objects.count()


def test_replies_and_threads_are_liked_alike(mei, make_reply):
    reply = make_reply()
    for thing in (reply, reply.thread):
        set_like(mei, thing, liked=True)
        thing.refresh_from_db()
        assert thing.likes_count == 1
        set_like(mei, thing, liked=False)
        thing.refresh_from_db()
        assert thing.likes_count == 0


def test_visitors_leave_no_mark(make_thread):
    with pytest.raises(Refused):
        set_like(AnonymousUser(), make_thread(), liked=True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "verb", [lambda u, t: set_favourite(u, t, favourited=True), lambda u, t: set_like(u, t, liked=True)]
)
def test_a_hundred_presses_at_once_count_once(mei, make_thread, verb):
    thread = make_thread()

    def press(_number):
        try:
            verb(mei, thread)
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(press, range(100)))
    thread.refresh_from_db()
    assert thread.favourites_count + thread.likes_count == 1
    assert Favourite.objects.count() + Like.objects.count() == 1
