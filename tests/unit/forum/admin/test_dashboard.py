"""The dashboard: its numbers on an invented day, an empty house, and who may look."""

import uuid
from datetime import datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from forum import limits
from forum.actions import moderation
from forum.admin import numbers
from forum.admin.dashboard import plots_of
from forum.models import BlockedWord, Decision, Reply, Report, Settlement, State, WordHit
from tests.cast import make_category, make_moderator

PAGE = "/admin/dashboard/"
NOW = datetime(2026, 11, 11, 20, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def thread(make_thread):
    return make_thread()


@pytest.fixture
def said(thread, mei):
    """``said(NOW - HOUR, "四川", 3)``: three replies written then and there."""

    def write(at, region="四川", count=1, **about):
        rows = [
            Reply(thread=thread, author=mei, body="嗯", region=region, created_at=at, **about) for _n in range(count)
        ]
        return Reply.objects.bulk_create(rows)

    return write


@pytest.fixture
def settled(zhou, make_reply):
    """``settled(NOW, 2)``: something settled at that time, after two hours."""

    def settle(at, hours):
        moderation.hide(zhou, make_reply(), reason="广告")
        decision = Decision.objects.latest("number")
        since = at - hours * HOUR
        return Settlement.objects.create(
            decision=decision,
            batch=uuid.uuid4(),
            before=State.HELD,
            after=State.HIDDEN,
            waited_since=since,
            settled_at=at,
        )

    return settle


def met(word, count, at=NOW, **about):
    level, reach, scope = BlockedWord.Level.HOLD, BlockedWord.Reach.values[0], BlockedWord.Scope.values[0]
    row = {"word": word, "level": level, "reach": reach, "scope": scope, "excerpt": word, "made_at": at} | about
    WordHit.objects.bulk_create(WordHit(**row) for _n in range(count))


def test_replies_are_counted_by_hour_and_by_region(said):
    said(NOW - timedelta(minutes=5), "四川", 3)
    said(NOW - HOUR, "广东", 2, state=State.HELD)
    said(NOW - DAY, "日本", 4)
    said(NOW - 3 * DAY - HOUR, "")
    said(NOW - 8 * DAY, "四川", 50)
    said(NOW + HOUR, "四川", 50)
    said(NOW - HOUR, "四川", 50, imported=True)
    found = numbers.replies(NOW)
    assert [hour for hour, _many in found.last_day] == [*range(21, 24), *range(21)]
    assert {hour: many for hour, many in found.last_day if many} == {20: 3, 19: 2}
    assert {hour: many for hour, many in found.week if many} == {20: 7, 19: 3}
    assert found.regions == [("日本", 4), ("四川", 3), ("广东", 2), ("", 1)]
    assert found.complete


def test_only_the_newest_are_looked_at_and_the_page_says_so(said, monkeypatch):
    said(NOW - HOUR, "四川", 5)
    said(NOW, "广东", 3)
    monkeypatch.setattr(limits, "NEWEST_COUNTED", 3)
    found = numbers.replies(NOW)
    assert found.regions == [("广东", 3)]
    assert not found.complete
    week = next(plot for plot in plots_of(NOW, {"claim": 0}, words=False) if plot.key == "week")
    assert "只统计了最新的 3 条" in week.about


def test_newcomers_and_reports_are_counted_by_the_day_of_the_site(mei, lin, thread):
    User.objects.update(date_joined=NOW - 100 * DAY)
    User.objects.filter(pk=mei.pk).update(date_joined=NOW.replace(hour=0, minute=1))  # the day before, in UTC
    found = numbers.a_day(User.objects, "date_joined", NOW)
    assert len(found) == limits.DASHBOARD_DAYS
    assert [(str(day), many) for day, many in found if many] == [("2026-11-11", 1)]
    Report.objects.create(reporter=mei, thread=thread, reason="spam", created_at=NOW - DAY)
    Report.objects.create(reporter=lin, thread=thread, reason="spam", created_at=NOW - DAY)
    found = numbers.a_day(Report.objects, "created_at", NOW)
    assert [(str(day), many) for day, many in found if many] == [("2026-11-10", 2)]


def test_the_wait_of_a_day_is_the_middle_one(settled):
    for hours in (1, 2, 30):
        settled(NOW - DAY, hours)
    settled(NOW, 5)
    found = {str(day): (wait, many) for day, wait, many in numbers.waits(NOW)}
    assert found["2026-11-10"] == (2 * HOUR, 3)
    assert found["2026-11-11"] == (5 * HOUR, 1)
    assert found["2026-11-09"] == (None, 0)


def test_the_words_met_most_come_first(db):
    met("加微信", 3)
    met("领资料", 5)
    met("很久以前", 9, at=NOW - 8 * DAY)
    assert numbers.top_words(NOW) == [("领资料", 5), ("加微信", 3)]


@pytest.fixture
def page(zhou, client_of):
    def see(user=zhou):
        answer = client_of(user).get(PAGE)
        assert answer.status_code == 200
        return answer.content.decode()

    return see


def test_every_drawing_has_its_words_and_its_table(page, said):
    said(timezone.now(), "四川", 1234)
    met("<加微信>", 2, at=timezone.now())
    text = page()
    drawings = [part.split("</svg>")[0] for part in text.split('<svg class="plot__drawing"')[1:]]
    assert len(drawings) == text.count('class="plot__table"') >= 4
    for drawing in drawings:
        tree = ElementTree.fromstring(f"<svg {drawing}</svg>")
        named = {child.get("id"): child.text for child in tree}
        assert named[tree.get("aria-labelledby")] and named[tree.get("aria-describedby")]
        assert all(float(rect.get("height")) >= 0 for rect in tree.iter("rect"))
    assert '<th scope="row">四川</th><td>1234</td>' in text
    assert "&lt;加微信&gt;" in text
    assert "style=" not in text


def test_an_empty_house_says_so(page):
    text = page()
    assert text.count("这段时间里没有") == 7  # all but the newcomers: somebody is looking
    assert text.count("plot__drawing") == 1


def test_it_costs_the_same_on_a_quiet_day_and_on_a_busy_one(page, said, settled):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            page()
        return len(asked)

    quiet = queries()
    for hours in range(5):
        said(timezone.now() - hours * HOUR, f"地方{hours}", 3)
        settled(timezone.now() - hours * HOUR, hours + 1)
        met(f"词{hours}", 2, at=timezone.now())
    assert queries() == quiet


def test_a_keeper_sees_what_waits_for_them_and_not_the_list_of_words(page, said, db):
    met("加微信", 2, at=timezone.now())
    text = page(make_moderator("老郑", "版主", make_category()))
    assert "加微信" not in text
    assert PAGE in text


def test_visitors_members_and_editors_do_not_see_it(visitor, mei, client_of):
    assert visitor.get(PAGE).headers["Location"].startswith("/accounts/login/")
    assert client_of(mei).get(PAGE).status_code == 403
    editor = client_of(make_moderator("小杨", "运营"))
    assert editor.get(PAGE).status_code == 403
    assert PAGE not in editor.get("/admin/", follow=True).content.decode()
