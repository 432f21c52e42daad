import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext

from forum import limits
from forum.actions.replies import post_reply
from forum.models import Category, Origin, Reply, SiteSettings, State, Thread
from forum.region import TABLE_VERSION
from forum.rules import Refused

SICHUAN = "61.139.2.69"


def say(author, thread, body="说得好", ip=SICHUAN, **more):
    return post_reply(author, thread, body, origin=Origin(ip=ip), **more)


def test_a_reply_is_tagged_with_the_region_of_its_address(mei, make_thread):
    reply = say(mei, make_thread())
    assert (reply.region, reply.region_version) == ("四川", TABLE_VERSION)
    assert reply.origin.ip == SICHUAN


def test_an_address_nobody_knows_is_said_to_be_unknown(mei, make_thread):
    assert say(mei, make_thread(), ip="127.0.0.1").region == "未知"
    assert say(mei, make_thread(), ip=None).region == "未知"


@pytest.mark.parametrize(("precision", "label"), [("province", "四川"), ("country", "中国"), ("off", "")])
def test_the_operator_chooses_how_precise_the_region_is(mei, make_thread, precision, label):
    SiteSettings(region_precision=precision).save()
    assert say(mei, make_thread()).region == label


def test_the_thread_counts_and_remembers_when(mei, make_thread):
    thread = make_thread()
    reply = say(mei, thread)
    thread.refresh_from_db()
    assert (thread.replies_count, thread.floors, thread.last_reply_at) == (1, 1, reply.created_at)


def test_floors_rise_and_never_move(mei, lin, make_thread):
    thread = make_thread()
    floors = [say(person, thread).floor for person in (mei, lin, mei)]
    assert floors == [1, 2, 3]


def test_an_answer_hangs_one_level_deep_and_names_whom_it_answers(mei, lin, make_thread):
    thread = make_thread()
    top = say(mei, thread)
    nested = say(lin, thread, parent=top)
    deeper = say(mei, thread, parent=nested)
    assert (nested.parent, nested.answering) == (top, None)
    assert (deeper.parent, deeper.answering) == (top, nested)


def test_a_reply_under_another_thread_cannot_be_answered_here(mei, make_thread):
    elsewhere = say(mei, make_thread())
    with pytest.raises(Refused):
        say(mei, make_thread(), parent=elsewhere)
    assert Reply.objects.count() == 1


def test_the_same_key_posts_once(mei, make_thread):
    thread, key = make_thread(), uuid.uuid4()
    assert say(mei, thread, key=key) == say(mei, thread, key=key)
    thread.refresh_from_db()
    assert thread.replies_count == 1


def test_two_people_may_have_the_same_key(mei, lin, make_thread):
    thread, key = make_thread(), uuid.uuid4()
    assert say(mei, thread, key=key) != say(lin, thread, key=key)


def test_a_closed_thread_takes_no_reply(mei, make_thread):
    thread = make_thread()
    thread.closed_at = thread.created_at
    with pytest.raises(Refused, match="关闭"):
        say(mei, thread)


def test_a_muted_member_is_told_until_when(jia, make_thread):
    with pytest.raises(Refused, match=r"禁言至 \d{4}-\d\d-\d\d \d\d:\d\d：刷屏"):
        say(jia, make_thread())


def test_who_replies_too_fast_is_asked_to_wait(mei, make_thread):
    thread = make_thread()
    for _ in range(limits.RIGHTS["newcomer"].replies_a_minute):
        say(mei, thread)
    with pytest.raises(Refused, match="太快"):
        say(mei, thread)


def test_where_everything_is_reviewed_a_reply_waits_uncounted(mei, make_thread):
    thread = make_thread()
    SiteSettings(mode="review").save()
    reply = say(mei, thread)
    thread.refresh_from_db()
    assert (reply.state, thread.replies_count, thread.floors) == (State.HELD, 0, 1)


def test_a_category_may_review_first(mei, make_thread):
    thread = make_thread()
    Category.objects.update(review_first=True)
    thread = Thread.objects.get(pk=thread.pk)
    assert say(mei, thread).state == State.HELD


def test_a_closed_site_takes_no_words(mei, make_thread):
    thread = make_thread()
    SiteSettings(mode="closed").save()
    with pytest.raises(Refused, match="暂停"):
        say(mei, thread)


@pytest.mark.django_db(transaction=True)
def test_a_refused_reply_leaves_nothing_behind(jia, make_thread):
    thread = make_thread()
    with pytest.raises(Refused):
        say(jia, thread)
    assert not Reply.objects.exists()
    assert not Origin.objects.filter(reply__isnull=False).exists()


def test_the_threads_row_is_locked_by_the_last_statement_only(mei, make_thread):
    thread = make_thread()
    with CaptureQueriesContext(connection) as captured:
        say(mei, thread)
    said = [query["sql"].lower() for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert [place for place, sql in enumerate(said) if "update forum_thread" in sql] == [len(said) - 1]


@pytest.mark.django_db(transaction=True)
def test_twenty_posts_at_once_lose_no_count_and_share_no_floor(make_thread):
    from tests.cast import make_user

    thread = make_thread()
    people = [make_user(f"读者{number}") for number in range(20)]

    def one(person):
        try:
            return say(person, thread).floor
        finally:
            close_old_connections()
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        floors = sorted(pool.map(one, people))
    thread.refresh_from_db()
    assert floors == list(range(1, 21))
    assert thread.replies_count == 20


@pytest.mark.django_db(transaction=True)
def test_a_double_click_posts_once_even_at_the_same_moment(mei, make_thread):
    thread, key = make_thread(), uuid.uuid4()

    def one(_number):
        try:
            return say(mei, thread, key=key).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(one, range(8)))
    assert len(made) == 1
    assert Reply.objects.count() == 1
    thread.refresh_from_db()
    assert thread.replies_count == 1
