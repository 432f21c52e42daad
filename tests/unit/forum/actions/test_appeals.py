"""Due process: whom a decision concerns objects once, and a moderator who did not make it decides."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.db import IntegrityError, connections, transaction
from django.utils import timezone

from forum import limits
from forum.actions import moderation, people
from forum.actions.appeals import appeal, decide_appeal, grant_appeal, uphold_appeal
from forum.actions.replies import withdraw_reply
from forum.actions.reports import report
from forum.models import Appeal, Decision, Sanction, State
from forum.models.chain import breaks
from forum.rules import Refused, may_appeal, may_decide_appeal, may_speak
from tests.cast import make_moderator

Verb = Decision.Verb
Outcome = Appeal.Outcome


@pytest.fixture
def wu(db):
    """老吴 moderates as well."""
    return make_moderator("老吴")


@pytest.fixture
def hidden(zhou, make_reply, mei):
    """A reply of 阿梅's that 老周 has hidden, and that decision."""
    reply = make_reply(author=mei)
    moderation.hide(zhou, reply, reason="人身攻击")
    return reply, Decision.objects.get(verb=Verb.HIDE)


def signed():
    return list(Decision.objects.order_by("number").values_list("verb", flat=True))


def test_an_author_appeals_once(mei, hidden):
    made = appeal(mei, hidden[1], "  我引用的是原文，没有骂人。 ")
    assert (made.outcome, made.words, made.author) == (Outcome.OPEN, "我引用的是原文，没有骂人。", mei)
    with pytest.raises(Refused, match="只能申诉一次"):
        appeal(mei, hidden[1], "再说一次")
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize("words", ["", " \n ", "长" * (limits.APPEAL_LENGTH + 1)])
def test_an_appeal_is_a_few_sentences(mei, hidden, words):
    with pytest.raises(Refused):
        appeal(mei, hidden[1], words)
    assert not Appeal.objects.exists()


def test_the_author_of_a_hidden_article_and_a_muted_member_appeal_too(zhou, lin, mei, make_thread):
    moderation.hide(zhou, make_thread(lin), reason="转载未注明")
    people.mute(zhou, mei, days=3, reason="刷屏")
    for author in (lin, mei):
        decision = Decision.objects.told_to(author).get()
        assert may_appeal(author, decision)
        assert appeal(author, decision, "另有隐情").outcome == Outcome.OPEN


def test_nobody_appeals_for_another(lin, zhou, hidden):
    for other in (lin, zhou):
        with pytest.raises(Refused, match="与你无关"):
            appeal(other, hidden[1], "我替他说")


def test_a_visitor_is_asked_to_sign_in(hidden):
    assert not may_appeal(AnonymousUser(), hidden[1])


def test_after_a_month_it_is_too_late(mei, hidden, monkeypatch):
    later = timezone.now() + limits.APPEAL_WINDOW + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    with pytest.raises(Refused, match="期限"):
        appeal(mei, hidden[1], "才看到")


def test_only_what_holds_can_be_appealed(zhou, mei, hidden, make_thread):
    reply, first = hidden
    moderation.restore(zhou, reply, reason="误隐藏")
    assert "没有可申诉" in may_appeal(mei, first).reason
    moderation.hide(zhou, reply, reason="还是不妥")
    assert not may_appeal(mei, first)
    second = Decision.objects.filter(verb=Verb.HIDE).latest("number")
    assert may_appeal(mei, second)
    withdraw_reply(mei, reply)
    assert not may_appeal(mei, second)
    moderation.close_thread(zhou, thread := make_thread(mei), reason="已经说完")
    assert not may_appeal(mei, Decision.objects.get(thread=thread))


def test_a_mute_that_is_over_or_lifted_cannot_be_appealed(zhou, mei):
    people.mute(zhou, mei, days=3, reason="刷屏")
    first = Decision.objects.get()
    people.unmute(zhou, mei, reason="已认识到")
    people.mute(zhou, mei, days=3, reason="又刷屏")
    assert not may_appeal(mei, first)
    second = Decision.objects.latest("number")
    assert may_appeal(mei, second)
    Sanction.objects.update(since=timezone.now() - timedelta(days=9), until=timezone.now() - timedelta(days=6))
    assert not may_appeal(mei, second)


def test_a_granted_appeal_restores_the_words_and_both_are_signed_for(wu, mei, hidden):
    reply, decision = hidden
    made = appeal(mei, decision, "没有骂人")
    assert grant_appeal(wu, made, reason="确系引用")
    reply.refresh_from_db()
    made.refresh_from_db()
    assert (reply.state, reply.thread.replies_count) == (State.PUBLIC, 1)
    assert (made.outcome, made.moderator, made.reason) == (Outcome.GRANTED, wu, "确系引用")
    assert made.decided_at
    assert signed() == [Verb.HIDE, Verb.RESTORE, Verb.GRANT]
    assert Decision.objects.latest("number").detail == "针对第 1 号处理"


def test_a_granted_appeal_lifts_the_mute(zhou, wu, mei):
    people.mute(zhou, mei, days=3, reason="刷屏")
    grant_appeal(wu, appeal(mei, Decision.objects.get(), "是手滑"), reason="情有可原")
    assert may_speak(mei)
    assert signed() == [Verb.MUTE, Verb.UNMUTE, Verb.GRANT]


def test_an_upheld_decision_stays(wu, mei, hidden):
    reply, decision = hidden
    made = appeal(mei, decision, "没有骂人")
    assert uphold_appeal(wu, made, reason="确有辱骂")
    reply.refresh_from_db()
    made.refresh_from_db()
    assert (reply.state, made.outcome) == (State.HIDDEN, Outcome.UPHELD)
    assert signed() == [Verb.HIDE, Verb.UPHOLD]


def test_whoever_decided_does_not_decide_again(zhou, mei, hidden):
    made = appeal(mei, hidden[1], "没有骂人")
    for verb in (grant_appeal, uphold_appeal):
        with pytest.raises(Refused, match="另一位版主"):
            verb(zhou, made, reason="我说了算")
    made.refresh_from_db()
    assert made.outcome == Outcome.OPEN


def test_a_moderator_does_not_decide_their_own_appeal(zhou, wu, make_reply):
    moderation.hide(zhou, make_reply(author=wu), reason="跑题")
    made = appeal(wu, Decision.objects.get(), "没有跑题")
    with pytest.raises(Refused, match="自己的申诉"):
        grant_appeal(wu, made, reason="我同意我自己")


def test_members_do_not_decide(lin, mei, hidden):
    made = appeal(mei, hidden[1], "没有骂人")
    for member in (lin, mei):
        assert not may_decide_appeal(member, made)
        with pytest.raises(Refused, match="版主"):
            grant_appeal(member, made, reason="我想")


@pytest.mark.parametrize("granted", [True, False])
def test_without_a_reason_nothing_is_decided(wu, mei, hidden, granted):
    reply, decision = hidden
    made = appeal(mei, decision, "没有骂人")
    with pytest.raises(Refused, match="理由"):
        decide_appeal(wu, made, granted, "  ")
    made.refresh_from_db()
    reply.refresh_from_db()
    assert (made.outcome, reply.state) == (Outcome.OPEN, State.HIDDEN)


def test_what_was_hidden_anew_is_not_restored_by_an_older_appeal(zhou, wu, mei, hidden):
    reply, decision = hidden
    made = appeal(mei, decision, "没有骂人")
    moderation.restore(zhou, reply, reason="误隐藏")
    moderation.hide(zhou, reply, reason="另一个理由")
    grant_appeal(wu, made, reason="当初的理由不成立")
    reply.refresh_from_db()
    assert reply.state == State.HIDDEN


def test_the_author_gets_a_letter_that_names_no_moderator(zhou, wu, mei, hidden, django_capture_on_commit_callbacks):
    made = appeal(mei, hidden[1], "没有骂人")
    with django_capture_on_commit_callbacks(execute=True):
        grant_appeal(wu, made, reason="确系引用")
    (letter,) = mail.outbox
    assert letter.to == [mei.email]
    for words in ("申诉成立", "确系引用", "关于我的处理"):
        assert words in letter.body
    assert not [name for name in ("老周", "老吴") if name in letter.subject + letter.body]


def test_no_letter_goes_to_an_address_nobody_verified(wu, mei, hidden, django_capture_on_commit_callbacks):
    EmailAddress.objects.filter(user=mei).update(verified=False)
    made = appeal(mei, hidden[1], "没有骂人")
    with django_capture_on_commit_callbacks(execute=True):
        uphold_appeal(wu, made, reason="确有辱骂")
    assert not mail.outbox


def test_a_letter_that_fails_undoes_nothing(wu, mei, hidden, monkeypatch, django_capture_on_commit_callbacks):
    def broken(*args, **kwargs):
        raise OSError("no route to the mail server")

    monkeypatch.setattr(import_module("forum.actions.appeals"), "send_mail", broken)
    made = appeal(mei, hidden[1], "没有骂人")
    with django_capture_on_commit_callbacks(execute=True):
        uphold_appeal(wu, made, reason="确有辱骂")
    made.refresh_from_db()
    assert made.outcome == Outcome.UPHELD


def race(*calls):
    """Say the verbs at once; returns what each came to: True, or the sentence of its refusal."""

    def run(call):
        try:
            return call()
        except Refused as refusal:
            return str(refusal)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.mark.django_db(transaction=True)
def test_of_two_moderators_at_once_one_decides_and_the_other_is_told(zhou, wu, mei, hidden):
    reply, decision = hidden
    made = appeal(mei, decision, "没有骂人")
    third = make_moderator("老郑")
    said = race(
        lambda: grant_appeal(wu, made, reason="确系引用"), lambda: uphold_appeal(third, made, reason="确有辱骂")
    )
    assert sorted(map(str, said)) == ["True", "这件申诉已经有了结果"]
    made.refresh_from_db()
    reply.refresh_from_db()
    assert (reply.state == State.PUBLIC) == (made.outcome == Outcome.GRANTED) == (said[0] is True)
    assert not list(breaks(Decision.objects.all()))


@pytest.mark.django_db(transaction=True)
def test_an_appeal_sent_twice_at_once_is_one(mei, hidden):
    said = race(*[lambda: bool(appeal(mei, hidden[1], "没有骂人"))] * 4)
    assert said.count(True) == 1
    assert Appeal.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_reads_reports_and_who_hides_do_not_wait_for_each_other_for_ever(zhou, wu, lin, make_thread, make_reply):
    """Both hold the thing's rows and want the record's lock: in another order they would block each other."""
    thread = make_thread()
    for _ in range(6):
        reply = make_reply(thread, author=wu)
        report(lin, reply, reason="spam")
        said = race(
            lambda reply=reply: moderation.hide(zhou, reply, reason="广告"),
            lambda reply=reply: moderation.dismiss_reports(wu, reply, reason="没有问题"),
        )
        assert said[0] is True
    assert not list(breaks(Decision.objects.all()))


def test_what_the_database_holds_of_an_appeal_is_whole(mei, wu, hidden):
    made = appeal(mei, hidden[1], "没有骂人")
    for wrong in ({"outcome": Outcome.GRANTED}, {"words": ""}, {"moderator": wu}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Appeal.objects.filter(pk=made.pk).update(**wrong)
