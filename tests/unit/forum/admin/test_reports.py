"""The queue of reports: one case a thing, the most reported first, the words in sight."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext as _

from forum.actions.replies import edit_reply, withdraw_reply
from forum.actions.reports import report
from forum.models import Decision, Report, State
from tests.cast import make_user

QUEUE, LIST = "/admin/forum/report/waiting/", "/admin/forum/report/"
Reason = Report.Reason


@pytest.fixture
def desk(zhou, client_of):
    return client_of(zhou)


def complain(thing, *reasons, note=""):
    for reason in reasons:
        report(make_user(f"读者{Report.objects.count()}"), thing, reason=reason, note=note)


def test_reports_are_grouped_by_what_they_are_about(desk, make_thread, make_reply):
    thread = make_thread(title="冷启动的三种笨办法")
    reply = make_reply(thread, body="加微信领资料")
    complain(thread, Reason.OFF_TOPIC)
    complain(reply, Reason.SPAM, Reason.SPAM, Reason.FRAUD, note="到处发")
    cases = desk.get(QUEUE).context["cases"]
    assert [(case.card.words[:6], case.count) for case in cases] == [("加微信领资料", 3), (thread.excerpt[:6], 1)]
    assert cases[0].reasons == [("垃圾广告", 2), ("赌博诈骗", 1)]
    page = desk.get(QUEUE).content.decode()
    for words in ("加微信领资料", "到处发", f"/replies/{reply.pk}/", f"/reply/{reply.pk}/verbs/hide/", "3 人举报"):
        assert words in page


def test_hiding_from_the_queue_empties_it(desk, make_reply):
    reply = make_reply()
    complain(reply, Reason.SPAM, Reason.SPAM)
    answer = desk.post(f"/admin/forum/reply/{reply.pk}/verbs/hide/?next={QUEUE}", {"said": "yes", "usual": "垃圾广告"})
    assert answer.headers["Location"] == QUEUE
    assert not desk.get(QUEUE).context["cases"]
    assert set(Report.objects.values_list("outcome", flat=True)) == {Report.Outcome.UPHELD}


def test_dismissing_leaves_the_words_where_they_are(desk, make_reply):
    reply = make_reply()
    complain(reply, Reason.BAIT)
    desk.post(f"/admin/forum/reply/{reply.pk}/verbs/dismiss_reports/", {"said": "yes", "reason": "观点不同"})
    reply.refresh_from_db()
    assert reply.state == State.PUBLIC
    assert not desk.get(QUEUE).context["cases"]


def test_several_cases_are_dealt_with_at_once_and_each_thing_once(desk, make_thread, make_reply):
    thread, reply = make_thread(), make_reply()
    complain(thread, Reason.SPAM, Reason.SPAM)
    complain(reply, Reason.SPAM)
    every = list(Report.objects.values_list("pk", flat=True))
    said = {"action": "hide", "_selected_action": every, "said": "yes", "reason": "广告", "next": QUEUE}
    answer = desk.post(LIST, said)
    assert answer.headers["Location"] == QUEUE
    assert Decision.objects.filter(verb="hide").count() == 2
    assert not Report.objects.filter(outcome=Report.Outcome.OPEN).exists()


def test_the_list_keeps_every_report_there_ever_was(desk, make_reply):
    reply = make_reply()
    complain(reply, Reason.SPAM)
    desk.post(f"/admin/forum/reply/{reply.pk}/verbs/hide/", {"said": "yes", "reason": "广告"})
    assert "垃圾广告" in desk.get(LIST).content.decode()
    assert desk.get(f"{LIST}?outcome__exact=open").context["cl"].result_count == 0


def test_an_empty_queue_says_so(desk):
    assert _("No report is open") in desk.get(QUEUE).content.decode()


def test_the_queue_costs_the_same_however_long_it_is(desk, make_thread, make_reply):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            desk.get(QUEUE)
        return len(asked)

    thread = make_thread()
    complain(thread, Reason.SPAM)
    complain(make_reply(thread), Reason.SPAM)
    few = queries()
    for _time in range(8):
        complain(make_reply(thread), Reason.SPAM, Reason.BAIT)
    assert queries() == few


def test_a_long_queue_has_pages(desk, make_thread, make_reply, monkeypatch):
    monkeypatch.setattr("forum.admin.reports.CASES_PER_PAGE", 1)
    complain(make_thread(), Reason.SPAM)
    complain(make_reply(), Reason.SPAM)
    first, second = desk.get(QUEUE), desk.get(f"{QUEUE}?page=2")
    assert first.context["cases"][0].card != second.context["cases"][0].card
    assert "page=2" in first.content.decode()


def test_what_was_reported_stays_in_sight_after_its_author_changed_it(desk, lin, make_thread, make_reply):
    thread, reply = make_thread(lin), make_reply(author=lin, body="加微信领资料")
    complain(reply, Reason.SPAM)
    complain(thread, Reason.SPAM)
    assert _("The words still stand as they were reported.") in desk.get(QUEUE).content.decode()
    edit_reply(lin, reply, "说得好")
    complain(reply, Reason.SPAM)
    page = desk.get(QUEUE).content.decode()
    assert "加微信领资料" in page and _("The words are others by now") in page
    (case,) = (case for case in desk.get(QUEUE).context["cases"] if case.card.kind == "reply")
    assert [(one.evidence.body, one.many, bool(one.since)) for one in case.snapshots] == [
        ("加微信领资料", 1, True),
        ("说得好", 1, False),
    ]
    withdraw_reply(lin, reply)
    first = Report.objects.order_by("pk").first()
    for address in (QUEUE, f"{LIST}{first.pk}/change/", f"/admin/forum/reply/{reply.pk}/change/"):
        page = desk.get(address).content.decode()
        assert "加微信领资料" in page and _("Withdrawn by its author since") in page, address
        assert first.evidence.digest in page, address


def test_the_hand_shows_it_too(desk, zhou, lin, make_reply):
    reply = make_reply(author=lin, body="加微信领资料")
    complain(reply, Reason.SPAM)
    edit_reply(lin, reply, "说得好")
    desk.post("/admin/forum/claim/take/")
    assert "加微信领资料" in desk.get("/admin/forum/claim/").content.decode()
