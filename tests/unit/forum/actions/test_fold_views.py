import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection

from forum import readership
from forum.actions.views import fold_views, forget_views
from forum.models import State, Thread, View

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def nothing_seen_yet():
    readership.take()


def saw(thread, address="1.2.3.4", browser=FIREFOX, **more):
    readership.saw(thread.pk, address=address, browser=browser, secret="s", **more)


def views(thread):
    return Thread.objects.get(pk=thread.pk).views_count


def test_a_visitor_counts_once_in_half_an_hour(make_thread):
    thread = make_thread()
    for _ in range(2):
        saw(thread), saw(thread), saw(thread, "5.6.7.8")
        fold_views()
    assert views(thread) == 2


@pytest.mark.parametrize(
    "browser", ["", "Googlebot/2.1", "Mozilla/5.0 HeadlessChrome/150", "curl/8", "python-requests/2"]
)
def test_programs_are_not_readers(make_thread, browser):
    thread = make_thread()
    saw(thread, browser=browser)
    assert fold_views() == views(thread) == 0


def test_fetching_ahead_is_not_reading(make_thread):
    thread = make_thread()
    saw(thread, purpose="prefetch")
    fold_views()
    assert views(thread) == 0


def test_authors_do_not_count_themselves(client_of, lin, mei, make_thread):
    thread = make_thread(author=lin)
    for person in (lin, mei):
        client_of(person).get(f"/threads/{thread.pk}/", headers={"user-agent": FIREFOX})
    fold_views()
    assert views(thread) == 1


def test_only_public_threads_are_counted_and_missing_ones_do_no_harm(make_thread):
    hidden, shown = make_thread(), make_thread()
    Thread.objects.filter(pk=hidden.pk).update(state=State.HIDDEN)
    saw(hidden), saw(shown), readership.saw(999_999, address="1.2.3.4", browser=FIREFOX, secret="s")
    fold_views()
    assert (views(hidden), views(shown)) == (0, 1)


def test_what_cannot_be_written_waits(make_thread, monkeypatch):
    thread = make_thread()
    saw(thread)
    with monkeypatch.context() as broken:
        broken.setattr("forum.actions.views._FOLD", "select %s, %s, %s from nowhere")
        with pytest.raises(DatabaseError):
            fold_views()
    fold_views()
    assert views(thread) == 1


def test_marks_are_forgotten_and_the_count_stays(make_thread):
    thread = make_thread()
    past = int(time.time()) // readership.HALF_HOUR - 3
    fold_views([(thread.pk, b"12345678", past)])
    assert forget_views() == 1
    assert not View.objects.exists()
    assert views(thread) == 1


@pytest.mark.django_db(transaction=True)
def test_processes_that_saw_the_same_visitors_count_them_once(make_thread):
    threads = [make_thread() for _ in range(5)]
    half_hour = int(time.time()) // readership.HALF_HOUR
    seen = {(thread.pk, bytes([n]) * 8, half_hour) for thread in threads for n in range(20)}

    def one(_worker):
        try:
            fold_views(seen)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(8)))
    assert [views(thread) for thread in threads] == [20] * 5
