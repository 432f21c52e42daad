"""An appeal has a clock, shown to both sides."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum import limits
from forum.actions import moderation
from forum.actions.appeals import appeal
from forum.models import Appeal, Decision


@pytest.fixture
def objection(mei, zhou, make_reply):
    moderation.hide(zhou, make_reply(author=mei), reason="广告")
    return appeal(mei, Decision.objects.get(), "不是广告")


def late(objection):
    Appeal.objects.filter(pk=objection.pk).update(created_at=timezone.now() - limits.APPEAL_TERM - timedelta(hours=1))
    objection.refresh_from_db()
    return objection


def test_what_is_not_answered_in_time_is_overdue(objection):
    assert objection.due_at == objection.created_at + limits.APPEAL_TERM
    assert not objection.is_overdue
    assert late(objection).is_overdue


def test_both_sides_see_the_term_and_that_it_is_over(objection, client_of, mei, zhou):
    doors = {
        mei: ["/decisions/"],
        zhou: ["/admin/", "/admin/forum/appeal/", f"/admin/forum/appeal/{objection.pk}/change/"],
    }
    due = f"{timezone.localtime(objection.due_at):%Y-%m-%d %H:%M}"
    for person, paths in doors.items():
        for path in paths:
            page = client_of(person).get(path).content.decode()
            assert due in page and "逾期" not in page, path
    assert "逾期" not in client_of(zhou).get("/admin/forum/claim/").content.decode()
    late(objection)
    for person, paths in doors.items():
        for path in paths:
            assert "逾期" in client_of(person).get(path).content.decode(), path
    assert "1 件申诉逾期" in client_of(zhou).get("/admin/forum/claim/").content.decode()
