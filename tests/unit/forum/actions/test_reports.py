"""A complaint, and the words it is about as they stood: kept for good, whatever their author does later."""

import hashlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.template.loader import render_to_string

from forum import limits
from forum.actions.moderation import dismiss_reports, hide
from forum.actions.queue import Choice, settle, undo
from forum.actions.replies import edit_reply, withdraw_reply
from forum.actions.reports import report
from forum.actions.threads import edit_thread
from forum.models import Decision, Evidence, Hush, Notice, Report, State
from forum.models.evidence import FACTS, digest_of
from forum.models.waiting import waiting_for
from forum.rules import Refused
from tests.cast import make_user

SPAM = Report.Reason.SPAM


def test_the_words_are_kept_as_they_stood(lin, mei, make_thread, make_reply):
    reply = make_reply(make_thread(), lin, body="加微信领资料")
    kept = report(mei, reply, reason=SPAM).evidence
    assert (kept.noun, kept.number, kept.title, kept.body) == ("reply", reply.pk, "", "加微信领资料")
    assert (kept.author_id, kept.author_name, kept.floor, kept.region) == (lin.pk, "小林", 1, "四川")
    assert (kept.written_at, kept.is_whole) == (reply.created_at, True)
    assert len(kept.digest) == 64
    article = report(mei, make_thread(lin, title="稳赚不赔", body="先转账"), reason=Report.Reason.FRAUD).evidence
    assert (article.noun, article.title, article.body, article.floor) == ("thread", "稳赚不赔", "先转账", 0)


def test_a_later_edit_or_withdrawal_does_not_reach_them(lin, mei, make_thread, make_reply):
    reply, thread = make_reply(author=lin, body="加微信领资料"), make_thread(lin, title="稳赚不赔")
    first, second = report(mei, reply, reason=SPAM), report(mei, thread, reason=SPAM)
    before = list(Evidence.objects.order_by("pk").values())
    edit_reply(lin, reply, "说得好")
    withdraw_reply(lin, reply)
    edit_thread(lin, thread, title="长文", body="改过了", category=thread.category)
    assert list(Evidence.objects.order_by("pk").values()) == before
    assert first.evidence.differs_from(reply) and second.evidence.differs_from(thread)
    assert all(kept.is_whole for kept in Evidence.objects.all())


def test_the_words_kept_are_those_of_this_moment_not_of_the_page(lin, mei, make_reply):
    reply = make_reply(author=lin, body="早先的话")
    stale = type(reply).objects.get(pk=reply.pk)
    edit_reply(lin, reply, "后来的话")
    assert report(mei, stale, reason=SPAM).evidence.body == "后来的话"


def test_the_database_keeps_them(mei, make_reply):
    kept = report(mei, make_reply(), reason=SPAM).evidence
    for forbidden in (
        lambda: Evidence.objects.filter(pk=kept.pk).update(body="别的"),
        kept.delete,
        lambda: Evidence.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            forbidden()
    assert Evidence.objects.get().is_whole


def test_the_digest_is_over_every_fact(mei, make_reply):
    kept = Evidence.objects.get(pk=report(mei, make_reply(), reason=SPAM).evidence.pk)
    said = "".join(_fact(getattr(kept, name)) for name in FACTS)
    assert kept.digest == digest_of(kept) == hashlib.sha256(said.encode()).hexdigest()
    for name in ("title", "body", "author_name", "region"):
        other = Evidence.objects.get()
        setattr(other, name, getattr(other, name) + "。")
        assert not other.is_whole, name


def _fact(value):
    if hasattr(value, "strftime"):
        value = value.strftime("%Y-%m-%dT%H:%M:%S.%f")
    return f"{len(str(value))}:{value}"


def test_a_row_changed_by_the_owner_of_the_table_is_found(mei, make_reply):
    kept = report(mei, make_reply(), reason=SPAM).evidence
    call_command("verify_decisions", stdout=StringIO())
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table forum_evidence disable trigger user")
        cursor.execute("update forum_evidence set body = '别的'")
        cursor.execute("alter table forum_evidence enable trigger user")
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_decisions", stdout=said)
    assert f"evidence of report {kept.report_id} was changed" in said.getvalue()


def test_what_is_refused_leaves_nothing(lin, mei, make_reply, monkeypatch):
    reply = make_reply(author=lin)
    report(mei, reply, reason=SPAM)
    with pytest.raises(Refused, match="已经举报过"):
        report(mei, reply, reason=SPAM)
    with pytest.raises(Refused):
        report(lin, reply, reason=SPAM)
    monkeypatch.setattr(limits, "REPORTS_PER_DAY", 1)
    with pytest.raises(Refused, match="明天"):
        report(mei, make_reply(author=lin), reason=SPAM)
    assert (Report.objects.count(), Evidence.objects.count()) == (1, 1)


def test_many_reports_come_first_in_the_queue_and_hide_nothing(zhou, lin, make_reply):
    once, often = make_reply(author=lin), make_reply(author=lin)
    report(make_user("读者"), once, reason=SPAM)
    for n in range(12):
        report(make_user(f"读者{n}"), often, reason=SPAM)
    assert [row.pk for row in waiting_for(zhou, 5)] == [often.pk, once.pk]
    often.refresh_from_db()
    assert often.state == State.PUBLIC
    assert not Decision.objects.exists()


def told(person):
    """The kinds of notices this person has, and the sentences they read."""
    rows = Notice.objects.shown_to(person).order_by("pk").select_related("report", "decision", "thread", "reply")
    sentences = [render_to_string("forum/notices/_sentence.html", {"notice": row}) for row in rows]
    return [row.kind for row in rows], " ".join(" ".join(sentences).split())


def test_both_sides_are_told_when_a_report_is_upheld(zhou, lin, mei, make_reply):
    reader, reply = make_user("老王"), make_reply(author=lin)
    report(mei, reply, reason=SPAM)
    report(reader, reply, reason=Report.Reason.ATTACK)
    hide(zhou, reply, reason="广告")
    for person, reason in ((mei, "垃圾广告"), (reader, "人身攻击")):
        kinds, sentence = told(person)
        assert kinds == ["report"] and "举报" in sentence and reason in sentence and "成立" in sentence
    kinds, sentence = told(lin)
    assert kinds == ["decision"]
    decision = Decision.objects.get()
    assert decision.detail == "经读者举报"
    for name in ("阿梅", "老王"):
        assert name not in sentence + decision.reason + decision.detail, "not who reported"


def test_the_reporter_is_told_when_it_is_not_upheld_and_the_author_hears_nothing(zhou, lin, mei, make_thread):
    thread = make_thread(lin)
    report(mei, thread, reason=SPAM)
    dismiss_reports(zhou, thread, reason="观点不同")
    assert told(mei)[0] == ["report"] and "没有成立" in told(mei)[1]
    assert told(lin)[0] == []


def test_what_nobody_reported_says_nothing_of_reports(zhou, lin, make_reply):
    hide(zhou, make_reply(author=lin), reason="广告")
    assert Decision.objects.get().detail == ""


def test_a_settlement_taken_back_is_read_as_open_and_told_anew(zhou, lin, mei, make_reply):
    reply = make_reply(author=lin)
    report(mei, reply, reason=SPAM)
    settled = settle(zhou, reply, Choice.HIDE, reason="广告")
    undo(zhou, settled, reason="看错了")
    assert "重新处理" in told(mei)[1]
    settle(zhou, reply, Choice.PASS, reason="看过了")
    assert told(mei)[0] == ["report"] and "没有成立" in told(mei)[1]


def test_who_wants_no_such_notice_gets_none(zhou, lin, mei, make_reply):
    Hush.objects.create(user=mei, kind=Notice.Kind.REPORT)
    reply = make_reply(author=lin)
    report(mei, reply, reason=SPAM)
    hide(zhou, reply, reason="广告")
    assert told(mei)[0] == []


def test_words_their_author_took_back_are_said_to_be_so(zhou, lin, mei, make_reply):
    reply = make_reply(author=lin)
    report(mei, reply, reason=SPAM)
    withdraw_reply(lin, reply)
    dismiss_reports(zhou, reply, reason="作者已删除")
    assert Notice.objects.get().words == "作者已自行删除"
