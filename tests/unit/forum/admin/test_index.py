"""The first page: what waits for you."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext as _

from forum.actions import moderation
from forum.actions.reports import report
from forum.models import Report, State


@pytest.fixture
def desk(zhou, client_of):
    return client_of(zhou)


def test_it_shows_what_waits_and_how_much(desk, mei, make_thread, make_reply):
    make_thread(title="等着审核的文章", state=State.HELD)
    thread = make_thread()
    make_reply(thread, body="等着审核的评论", state=State.HELD)
    report(mei, thread, reason=Report.Reason.OFF_TOPIC)
    answer = desk.get("/admin/")
    page = answer.content.decode()
    for words in ("等着审核的文章", "等着审核的评论", "与主题无关"):
        assert words in page
    waiting = {"claim": 3, "report": 1, "appeal": 0, "thread": 1, "reply": 1, "assessment": 0}
    assert answer.context["waiting"] == waiting


def test_it_shows_what_was_decided_last(desk, zhou, make_reply):
    moderation.hide(zhou, make_reply(body="加微信领资料"), reason="到处发同样的话")
    page = desk.get("/admin/").content.decode()
    assert "到处发同样的话" in page
    assert "老周" in page


def test_an_empty_desk_says_so(desk):
    assert _("Nothing waits") in desk.get("/admin/").content.decode()


def test_it_costs_the_same_on_a_quiet_day_and_on_a_busy_one(desk, mei, zhou, make_thread, make_reply):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            desk.get("/admin/")
        return len(asked)

    def bustle(times):
        for _time in range(times):
            thread = make_thread()
            make_thread(state=State.HELD)
            make_reply(thread, state=State.HELD)
            report(mei, thread, reason=Report.Reason.SPAM)
            report(mei, make_reply(thread), reason=Report.Reason.SPAM)
            moderation.hide(zhou, make_reply(thread), reason="广告")

    bustle(1)
    quiet = queries()
    bustle(4)
    assert queries() == quiet
