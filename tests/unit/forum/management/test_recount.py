"""`manage.py recount`: counters from the rows, and what was wrong with them."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from forum.actions.marks import set_favourite, set_like
from forum.models import Reply, State, Thread


def recount():
    out = StringIO()
    call_command("recount", stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def thread(lin, mei, zhou, make_thread, make_reply):
    """Two public replies, one held; a favourite, likes on the thread and on a reply."""
    thread = make_thread(lin)
    first = make_reply(thread, mei)
    make_reply(thread, zhou, parent=first)
    make_reply(thread, mei, state=State.HELD)
    set_favourite(mei, thread, favourited=True)
    set_like(mei, thread, liked=True)
    set_like(zhou, first, liked=True)
    thread.refresh_from_db()
    return thread


def test_a_healthy_site_is_left_alone(thread):
    before = Thread.objects.values().get(pk=thread.pk)
    assert recount() == []
    assert Thread.objects.values().get(pk=thread.pk) == before


def test_an_empty_site_is_healthy(db):
    assert recount() == []


def test_every_counter_of_a_thread_is_mended_and_named(thread):
    truth = Thread.objects.values().get(pk=thread.pk)
    Thread.objects.filter(pk=thread.pk).update(replies_count=7, favourites_count=0, likes_count=9, floors=1)
    assert recount() == [
        f"thread {thread.pk}: replies_count 7 → 2",
        f"thread {thread.pk}: favourites_count 0 → 1",
        f"thread {thread.pk}: likes_count 9 → 1",
        f"thread {thread.pk}: floors 1 → 3",
    ]
    assert Thread.objects.values().get(pk=thread.pk) == truth
    assert recount() == []


def test_the_likes_of_a_reply_are_mended(thread):
    reply = thread.replies.get(floor=1)
    Reply.objects.filter(pk=reply.pk).update(likes_count=4)
    assert recount() == [f"reply {reply.pk}: likes_count 4 → 1"]


@pytest.mark.parametrize("wrong", [None, "late"])
def test_the_time_of_the_last_reply_is_mended(thread, wrong):
    right = thread.last_reply_at
    Thread.objects.filter(pk=thread.pk).update(last_reply_at=wrong and right + timedelta(days=1))
    (line,) = recount()
    assert line.startswith(f"thread {thread.pk}: last_reply_at ")
    thread.refresh_from_db()
    assert thread.last_reply_at == right


def test_a_floor_once_given_is_not_taken_back(thread):
    thread.replies.filter(floor=3).delete()
    assert recount() == []
    thread.refresh_from_db()
    assert thread.floors == 3


def test_a_draft_has_no_last_reply(lin, make_thread):
    draft = make_thread(lin, state=State.DRAFT)
    Thread.objects.filter(pk=draft.pk).update(published_at=None, last_reply_at=None)
    assert recount() == []
