"""The queue several moderators share: what is given to whom, settled once, and taken back by a new decision."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from forum import limits
from forum.actions import moderation
from forum.actions.claims import give_back, take
from forum.actions.queue import Choice, settle, undo
from forum.actions.replies import withdraw_reply
from forum.actions.reports import report
from forum.models import Claim, Decision, Reply, Report, Sanction, Settlement, Signal, State
from forum.models.waiting import count_waiting, waiting_for
from forum.rules import Refused, may_speak
from tests.cast import make_category, make_moderator

Verb = Decision.Verb


@pytest.fixture
def wu(db):
    """老吴 moderates beside 老周."""
    return make_moderator("老吴")


@pytest.fixture
def held(make_thread, make_reply):
    """``held(3)``: so many replies that wait, under one thread."""
    thread = make_thread()
    return lambda count: [make_reply(thread, body=f"第 {n} 条", state=State.HELD) for n in range(count)]


def signed():
    return list(Decision.objects.order_by("number").values_list("verb", flat=True))


def in_hand(moderator):
    return set(Claim.objects.in_force().filter(moderator=moderator).values_list("thread", "reply"))


def test_what_waits_comes_in_turn(zhou, mei, lin, make_thread, make_reply, held):
    thread = make_thread(state=State.HELD)
    old, new = held(2)
    Reply.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(hours=3))
    complained, hurt = make_reply(), make_reply()
    report(mei, complained, reason=Report.Reason.SPAM)
    report(mei, hurt, reason=Report.Reason.BULLYING)
    keys = [row.key for row in waiting_for(zhou, 10)]
    assert keys[0] == ("reply", hurt.pk), "people are being hurt"
    assert keys[1:3] == [("reply", old.pk), ("reply", complained.pk)], "a complaint weighs two hours, not for ever"
    assert set(keys[3:]) == {("thread", thread.pk), ("reply", new.pk)}
    assert count_waiting(zhou) == 5


def test_a_thing_held_and_complained_of_is_one_thing(zhou, mei, make_reply):
    reply = make_reply()
    report(mei, reply, reason=Report.Reason.SPAM)
    Reply.objects.filter(pk=reply.pk).update(state=State.HELD)
    (row,) = waiting_for(zhou, 10)
    assert (row.held, row.complaints) == (True, 1)
    assert count_waiting(zhou) == 1


def test_two_moderators_are_given_different_things(zhou, wu, held):
    replies = held(5)
    take(zhou, 3)
    take(wu, 3)
    assert in_hand(zhou) == {(None, reply.pk) for reply in replies[:3]}
    assert in_hand(wu) == {(None, reply.pk) for reply in replies[3:]}
    assert give_back(zhou) == 3
    take(wu, 5)
    assert len(in_hand(wu)) == 5


def test_a_claim_runs_out_by_itself(zhou, wu, held):
    held(2)
    take(zhou)
    Claim.objects.update(until=timezone.now())
    take(wu)
    assert len(in_hand(wu)) == 2
    assert not in_hand(zhou)


def test_nobody_judges_their_own_words(zhou, wu, make_reply):
    reply = make_reply(author=zhou, state=State.HELD)
    take(zhou)
    assert not in_hand(zhou)
    with pytest.raises(Refused, match="自己"):
        settle(zhou, reply, Choice.PASS, reason="好")
    assert settle(wu, reply, Choice.PASS, reason="好")


def test_members_have_no_queue(mei, held):
    (reply,) = held(1)
    for verb in (lambda: take(mei), lambda: give_back(mei), lambda: settle(mei, reply, Choice.HIDE, reason="我想")):
        with pytest.raises(Refused, match="版主"):
            verb()
    assert not signed()


def test_what_is_let_pass_is_public_and_its_waiting_is_known(zhou, held):
    (reply,) = held(1)
    take(zhou)
    done = settle(zhou, reply, Choice.PASS, reason="没有问题")
    reply.refresh_from_db()
    assert reply.state == State.PUBLIC
    assert (done.before, done.after, done.waited_since) == (State.HELD, State.PUBLIC, reply.created_at)
    assert not Claim.objects.exists()
    assert signed() == [Verb.APPROVE]


def test_complaints_are_dismissed_or_upheld(zhou, mei, make_reply):
    fine, foul = make_reply(), make_reply()
    for reply in (fine, foul):
        report(mei, reply, reason=Report.Reason.SPAM)
    settle(zhou, fine, Choice.PASS, reason="观点不同")
    settle(zhou, foul, Choice.HIDE, reason="广告")
    assert fine.reports.get().outcome == Report.Outcome.DISMISSED
    assert foul.reports.get().outcome == Report.Outcome.UPHELD
    assert signed() == [Verb.DISMISS, Verb.HIDE]
    assert not waiting_for(zhou, 5)


def test_hide_and_mute_is_two_decisions_and_one_settlement(zhou, mei, make_reply):
    reply = make_reply(author=mei, state=State.HELD)
    done = settle(zhou, reply, Choice.MUTE, reason="刷屏", days=7)
    assert not may_speak(mei)
    assert signed() == [Verb.HIDE, Verb.MUTE]
    undo(zhou, done, reason="点错了")
    assert may_speak(mei)
    assert signed() == [Verb.HIDE, Verb.MUTE, Verb.UNMUTE, Verb.UNDO]


def test_colleagues_are_not_muted_and_nothing_is_half_done(zhou, wu, make_reply):
    reply = make_reply(author=wu, state=State.HELD)
    with pytest.raises(Refused):
        settle(zhou, reply, Choice.MUTE, reason="不合")
    reply.refresh_from_db()
    assert reply.state == State.HELD
    assert not signed()


def test_what_another_has_in_hand_is_theirs(zhou, wu, held):
    (reply,) = held(1)
    take(zhou)
    with pytest.raises(Refused, match="老周"):
        settle(wu, reply, Choice.HIDE, reason="广告")
    assert not signed()


@pytest.mark.parametrize("second", [Choice.HIDE, Choice.PASS, Choice.MUTE])
def test_the_second_is_told_who_was_first(zhou, wu, held, second):
    (reply,) = held(1)
    settle(zhou, reply, Choice.PASS, reason="没有问题")
    with pytest.raises(Refused, match="老周"):
        settle(wu, reply, second, reason="广告")
    reply.refresh_from_db()
    assert reply.state == State.PUBLIC
    assert signed() == [Verb.APPROVE]


def test_without_a_reason_nothing_happens(zhou, held):
    (reply,) = held(1)
    with pytest.raises(Refused, match="理由"):
        settle(zhou, reply, Choice.HIDE, reason=" ")
    reply.refresh_from_db()
    assert reply.state == State.HELD
    assert not Settlement.objects.exists()


def test_what_its_author_took_back_can_only_be_let_pass(zhou, mei, make_reply):
    reply = make_reply()
    report(mei, reply, reason=Report.Reason.SPAM)
    withdraw_reply(reply.author, reply)
    with pytest.raises(Refused, match="撤回"):
        settle(zhou, reply, Choice.HIDE, reason="广告")
    assert settle(zhou, reply, Choice.PASS, reason="已撤回")


@pytest.mark.parametrize("choice", [Choice.PASS, Choice.HIDE, Choice.MUTE])
def test_undoing_is_a_new_decision_and_everything_waits_as_before(zhou, mei, lin, make_thread, make_reply, choice):
    thread = make_thread(lin)
    reply = make_reply(thread, lin)
    complaint = report(mei, reply, reason=Report.Reason.SPAM)
    Reply.objects.filter(pk=reply.pk).update(state=State.HELD)
    type(thread).objects.filter(pk=thread.pk).update(replies_count=0)
    done = settle(zhou, reply, choice, reason="看过")
    kept = signed()
    undo(zhou, done, reason="点错了")
    for row in (reply, complaint, thread, done):
        row.refresh_from_db()
    assert (reply.state, complaint.outcome, complaint.resolved_at) == (State.HELD, Report.Outcome.OPEN, None)
    assert thread.replies_count == 0
    assert signed()[: len(kept)] == kept
    last = Decision.objects.order_by("-number").first()
    assert (last.verb, last.thing, done.undone) == (Verb.UNDO, reply, last)
    assert str(done.decision.number) in last.detail
    assert in_hand(zhou) == {(None, reply.pk)}
    with pytest.raises(Refused, match="撤销过"):
        undo(zhou, done, reason="点错了")
    assert settle(zhou, reply, Choice.HIDE, reason="广告"), "it may be settled anew"


def test_what_may_not_be_undone(zhou, wu, held):
    first, second, third = held(3)
    others, changed, old = (settle(zhou, reply, Choice.PASS, reason="好") for reply in (first, second, third))
    with pytest.raises(Refused, match="另一位"):
        undo(wu, others, reason="不同意")
    moderation.hide(wu, second, reason="广告")
    with pytest.raises(Refused):
        undo(zhou, changed, reason="点错了")
    Settlement.objects.filter(pk=old.pk).update(settled_at=timezone.now() - limits.UNDO_WINDOW)
    with pytest.raises(Refused, match="时间"):
        undo(zhou, old, reason="点错了")
    assert Verb.UNDO not in signed()


def test_a_signal_is_looked_at_and_nobody_is_told(zhou, make_thread):
    thread = make_thread()
    signal = Signal.objects.create(thread=thread, kind=Signal.Kind.BURST)
    done = settle(zhou, thread, Choice.PASS, reason="节目里提到了")
    signal.refresh_from_db()
    thread.refresh_from_db()
    assert (signal.outcome, thread.state) == (Signal.Outcome.SEEN, State.PUBLIC)
    assert not Decision.objects.told_to(thread.author).exists()
    undo(zhou, done, reason="再看看")
    signal.refresh_from_db()
    assert signal.outcome == Signal.Outcome.OPEN


def test_moderators_of_a_category_are_given_what_is_theirs(make_thread, make_reply):
    mine, other = make_category(), make_category("ops", "运营杂谈")
    here, there = make_thread(category=mine), make_thread(category=other)
    a, b = make_reply(here, state=State.HELD), make_reply(there, state=State.HELD)
    keeper = make_moderator("老郑", "版主", mine)
    take(keeper)
    assert in_hand(keeper) == {(None, a.pk)}
    with pytest.raises(Refused, match="分类"):
        settle(keeper, b, Choice.PASS, reason="好")
    with pytest.raises(Refused, match="版主"):
        settle(keeper, a, Choice.MUTE, reason="刷屏")
    assert settle(keeper, a, Choice.HIDE, reason="广告")
    assert not Sanction.objects.exists()


def _at_once(*verbs):
    """Say the verbs in threads of their own, let go together; what each answered, or raised."""
    start, answers = threading.Barrier(len(verbs)), []

    def say(verb):
        start.wait()
        try:
            answers.append(verb())
        except Refused as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    sayers = [threading.Thread(target=say, args=[verb]) for verb in verbs]
    for sayer in sayers:
        sayer.start()
    for sayer in sayers:
        sayer.join()
    return answers


@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_the_same_moment_decide_once(zhou, wu, held):
    for reply in held(6):
        answers = _at_once(
            lambda reply=reply: settle(zhou, reply, Choice.PASS, reason="好"),
            lambda reply=reply: settle(wu, reply, Choice.HIDE, reason="广告"),
        )
        assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "Settlement"]
        assert reply.decisions.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_take_at_the_same_moment_share(zhou, wu, held):
    held(12)
    _at_once(lambda: take(zhou, 8), lambda: take(wu, 8))
    assert not in_hand(zhou) & in_hand(wu)
    take(zhou, 12)
    assert len(in_hand(zhou) | in_hand(wu)) == 12
