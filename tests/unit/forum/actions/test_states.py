"""States change under a lock: of two moderators one is first, and counters stay those of the rows."""

import threading

import pytest
from django.db import connection, transaction

from forum.actions import moderation
from forum.actions.replies import withdraw_reply
from forum.actions.reports import report
from forum.actions.states import change_state, last_reply_at
from forum.models import Decision, Reply, Report, State, Thread
from tests.cast import make_category, make_moderator


@transaction.atomic
def become(thing, state, **more):
    return change_state(thing, state, **more)


def at_once(*calls):
    """Say all of them in the same moment, each over a connection of its own; the answers in order."""
    ready, answers = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place, call):
        ready.wait(timeout=10)
        try:
            answers[place] = call()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return answers


def fresh(thing):
    return type(thing).objects.get(pk=thing.pk)


@pytest.mark.parametrize("state", State)
def test_becoming_what_it_is_changes_nothing(make_reply, state):
    reply = make_reply(state=state)
    assert not become(reply, state)


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", State)
def test_the_counter_is_the_number_of_public_replies_whatever_happens(make_thread, make_reply, before, after):
    thread = make_thread()
    make_reply(thread)
    become(make_reply(thread, state=before), after)
    thread.refresh_from_db()
    assert thread.replies_count == thread.replies.filter(state=State.PUBLIC).count()
    assert thread.last_reply_at == last_reply_at(thread)


def test_a_thing_no_longer_where_the_verb_expects_it_is_left_alone_and_known_for_what_it_is(make_reply):
    reply = make_reply(state=State.HIDDEN)
    stale = fresh(reply)
    become(reply, State.PUBLIC)
    assert not become(stale, State.PUBLIC, allowed_from={State.HIDDEN})
    assert stale.state == State.PUBLIC


@pytest.mark.django_db(transaction=True)
def test_two_moderators_hide_at_once_and_one_of_them_did(zhou, make_thread, make_reply):
    other, thread = make_moderator("老吴"), make_thread()
    make_reply(thread)
    reply = make_reply(thread)
    answers = at_once(
        lambda: moderation.hide(zhou, fresh(reply), reason="广告"),
        lambda: moderation.hide(other, fresh(reply), reason="刷屏"),
    )
    assert sorted(answers) == [False, True]
    assert Decision.objects.count() == 1
    assert fresh(thread).replies_count == 1


@pytest.mark.django_db(transaction=True)
def test_an_author_withdraws_while_a_moderator_hides_and_the_counter_falls_once(zhou, mei, make_thread, make_reply):
    thread = make_thread()
    reply = make_reply(thread, mei)
    at_once(
        lambda: moderation.hide(zhou, fresh(reply), reason="广告"),
        lambda: withdraw_reply(mei, fresh(reply)),
    )
    assert fresh(thread).replies_count == 0
    assert fresh(reply).state in {State.HIDDEN, State.WITHDRAWN}


@pytest.mark.django_db(transaction=True)
def test_many_replies_of_one_thread_are_hidden_at_once_and_none_is_lost_from_the_count(zhou, make_thread, make_reply):
    thread = make_thread()
    replies = [make_reply(thread) for _ in range(6)]
    calls = [lambda reply=reply: moderation.hide(zhou, fresh(reply), reason="刷屏") for reply in replies[:5]]
    assert at_once(*calls) == [True] * 5
    assert fresh(thread).replies_count == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", [moderation.pin, moderation.close_thread, moderation.feature])
def test_two_moderators_mark_at_once_and_it_is_signed_for_once(zhou, make_thread, verb):
    thread = make_thread()
    answers = at_once(*[lambda: verb(zhou, fresh(thread), reason="好")] * 2)
    assert sorted(answers) == [False, True]
    assert Decision.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_moderators_move_to_the_same_shelf_and_one_of_them_did(zhou, make_thread):
    thread, shelf = make_thread(), make_category("ops", "运营")
    answers = at_once(*[lambda: moderation.move(zhou, fresh(thread), shelf, reason="更合适")] * 2)
    assert sorted(answers) == [False, True]
    assert Decision.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_reports_are_answered_once_by_two_moderators(zhou, mei, make_thread):
    thread = make_thread()
    report(mei, thread, reason=Report.Reason.SPAM)
    answers = at_once(*[lambda: moderation.dismiss_reports(zhou, fresh(thread), reason="观点不同")] * 2)
    assert sorted(answers) == [False, True]
    assert Decision.objects.count() == 1


def test_a_verb_that_fails_half_way_leaves_no_half(zhou, make_thread, make_reply, monkeypatch):
    thread = make_thread()
    reply = make_reply(thread)
    monkeypatch.setattr(moderation, "sign", lambda *words, **more: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        moderation.hide(zhou, reply, reason="广告")
    assert Reply.objects.get(pk=reply.pk).state == State.PUBLIC
    assert Thread.objects.get(pk=thread.pk).replies_count == 1
