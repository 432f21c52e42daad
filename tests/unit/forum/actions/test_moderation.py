"""What moderators do with words: it happens, it is signed for once, and nobody else may."""

import pytest
from django.db import DatabaseError, transaction

from forum.actions import moderation
from forum.actions.replies import withdraw_reply
from forum.actions.reports import report
from forum.models import Decision, Report, State
from forum.rules import Refused
from tests.cast import make_category

Verb = Decision.Verb
MARKS = [
    (moderation.close_thread, moderation.reopen_thread, "closed_at", Verb.CLOSE, Verb.REOPEN),
    (moderation.pin, moderation.unpin, "pinned_at", Verb.PIN, Verb.UNPIN),
    (moderation.feature, moderation.unfeature, "featured_at", Verb.FEATURE, Verb.UNFEATURE),
]
ON_WORDS = [moderation.approve, moderation.hide, moderation.restore, moderation.dismiss_reports]
ON_THREADS = [verb for mark in MARKS for verb in mark[:2]]


def signed():
    return list(Decision.objects.order_by("pk").values_list("verb", "reason"))


def test_a_held_reply_is_approved_and_counted(zhou, make_thread, make_reply):
    thread = make_thread()
    reply = make_reply(thread, state=State.HELD)
    assert moderation.approve(zhou, reply, reason="没有问题")
    thread.refresh_from_db()
    assert (reply.state, thread.replies_count) == (State.PUBLIC, 1)
    assert thread.last_reply_at == reply.created_at
    assert signed() == [(Verb.APPROVE, "没有问题")]


def test_a_held_thread_is_published_when_approved(zhou, make_thread):
    thread = make_thread(state=State.HELD, published_at=None, last_reply_at=None)
    moderation.approve(zhou, thread, reason="没有问题")
    thread.refresh_from_db()
    assert thread.state == State.PUBLIC
    assert thread.published_at == thread.last_reply_at is not None


@pytest.mark.parametrize("state", [State.PUBLIC, State.HIDDEN, State.WITHDRAWN, State.DRAFT])
def test_only_what_is_held_can_be_approved(zhou, make_reply, state):
    reply = make_reply(state=state)
    assert not moderation.approve(zhou, reply, reason="没有问题")
    reply.refresh_from_db()
    assert reply.state == state
    assert not signed()


def test_a_hidden_reply_is_counted_no_longer_and_its_reports_are_upheld(zhou, mei, make_thread, make_reply):
    thread = make_thread()
    kept, reply = make_reply(thread), make_reply(thread)
    complaint = report(mei, reply, reason=Report.Reason.SPAM)
    assert moderation.hide(zhou, reply, reason="广告")
    thread.refresh_from_db()
    complaint.refresh_from_db()
    assert (thread.replies_count, thread.last_reply_at) == (1, kept.created_at)
    assert complaint.outcome == Report.Outcome.UPHELD
    assert complaint.resolved_at
    assert signed() == [(Verb.HIDE, "广告")]


def test_what_its_author_withdrew_cannot_be_hidden_and_its_reports_stay_open(zhou, mei, make_reply):
    reply = make_reply()
    complaint = report(mei, reply, reason=Report.Reason.SPAM)
    withdraw_reply(reply.author, reply)
    assert not moderation.hide(zhou, reply, reason="广告")
    complaint.refresh_from_db()
    assert complaint.outcome == Report.Outcome.OPEN


def test_a_restored_reply_is_counted_again(zhou, make_thread, make_reply):
    thread = make_thread()
    reply = make_reply(thread)
    moderation.hide(zhou, reply, reason="广告")
    assert moderation.restore(zhou, reply, reason="误隐藏")
    thread.refresh_from_db()
    assert (reply.state, thread.replies_count) == (State.PUBLIC, 1)
    assert signed() == [(Verb.HIDE, "广告"), (Verb.RESTORE, "误隐藏")]


def test_a_hidden_thread_keeps_its_date_when_restored(zhou, make_thread):
    thread = make_thread()
    moderation.hide(zhou, thread, reason="转载未注明")
    moderation.restore(zhou, thread, reason="已补上")
    before = thread.published_at
    thread.refresh_from_db()
    assert thread.published_at == before


def test_dismissed_reports_are_answered_once(zhou, mei, lin, make_thread):
    thread = make_thread(mei)
    report(lin, thread, reason=Report.Reason.OFF_TOPIC)
    assert moderation.dismiss_reports(zhou, thread, reason="观点不同")
    assert not moderation.dismiss_reports(zhou, thread, reason="观点不同")
    assert thread.reports.get().outcome == Report.Outcome.DISMISSED
    assert signed() == [(Verb.DISMISS, "观点不同")]


@pytest.mark.parametrize(("say", "unsay", "column", "verb", "unverb"), MARKS)
def test_marks_are_set_and_taken_away_and_twice_is_once(zhou, make_thread, say, unsay, column, verb, unverb):
    thread = make_thread()
    assert [say(zhou, thread, reason="好"), say(zhou, thread, reason="好")] == [True, False]
    thread.refresh_from_db()
    assert getattr(thread, column)
    assert [unsay(zhou, thread, reason="够了"), unsay(zhou, thread, reason="够了")] == [True, False]
    thread.refresh_from_db()
    assert getattr(thread, column) is None
    assert signed() == [(verb, "好"), (unverb, "够了")]


def test_a_thread_moves_and_the_record_says_from_where_to_where(zhou, make_thread):
    thread, shelf = make_thread(), make_category("ops", "运营")
    assert moderation.move(zhou, thread, shelf, reason="更合适")
    assert not moderation.move(zhou, thread, shelf, reason="更合适")
    thread.refresh_from_db()
    assert thread.category == shelf
    assert Decision.objects.get().detail == "产品 → 运营"


@pytest.mark.parametrize("verb", ON_WORDS + ON_THREADS)
def test_members_may_not(mei, make_thread, verb):
    with pytest.raises(Refused, match="版主"):
        verb(mei, make_thread(state=State.HELD), reason="我想")
    assert not signed()


def test_members_may_not_move(mei, make_thread):
    thread = make_thread()
    with pytest.raises(Refused):
        moderation.move(mei, thread, thread.category, reason="我想")


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_without_a_reason_nothing_happens(zhou, make_thread, make_reply, reason):
    thread = make_thread()
    reply = make_reply(thread)
    with pytest.raises(Refused, match="理由"):
        moderation.hide(zhou, reply, reason=reason)
    reply.refresh_from_db()
    thread.refresh_from_db()
    assert (reply.state, thread.replies_count) == (State.PUBLIC, 1)
    assert not signed()


def test_a_reason_is_kept_without_the_air_round_it_and_not_longer_than_its_column(zhou, make_reply):
    moderation.hide(zhou, make_reply(), reason="  " + "长" * 400 + "\n")
    assert Decision.objects.get().reason == "长" * 300


@pytest.mark.parametrize("change", [lambda row: row.update(reason="改"), lambda row: row.delete()])
def test_the_database_keeps_decisions_as_they_are(zhou, make_reply, change):
    moderation.hide(zhou, make_reply(), reason="广告")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(Decision.objects.all())
    assert signed() == [(Verb.HIDE, "广告")]
