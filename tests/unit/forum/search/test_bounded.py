"""A common word: only the newest days are looked at, and the number of matches is a guess."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.utils import timezone

from forum import limits
from forum.models import SearchEntry
from forum.search import index, matching, search
from forum.search.marks import LEVELS, days_marks

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()


@pytest.fixture
def threads(make_thread, monkeypatch):
    """Ten threads, forty days apart, the newest first; the planner knows of them."""
    found = []
    for number in range(10):
        thread = make_thread(title=f"支付宝{number}", published_at=timezone.now() - timedelta(days=40 * number))
        index(thread)
        found.append(thread)
    with connection.cursor() as cursor:
        cursor.execute("analyze forum_searchentry, forum_thread")
    monkeypatch.setattr(limits, "RESULTS_COUNTED", 1)
    monkeypatch.setattr(matching, "_FIRST", 1)
    monkeypatch.setattr(limits, "RESULTS_RANKED", 3)
    monkeypatch.setattr(limits, "RESULTS_PER_PAGE", 2)
    return found


def test_the_newest_are_found_and_the_rest_is_guessed(threads):
    results = search("支付宝", VISITOR, sort="latest")
    assert [hit.thread for hit in results.hits] == threads[:2]
    assert not results.is_exact
    assert 5 <= results.count <= 20


def test_a_number_that_was_guessed_says_so_on_the_page(threads, client):
    page = client.get("/search/?q=支付宝", headers={"Accept-Language": "zh-CN"}).content.decode()
    assert "约" in page


def test_a_gap_in_time_hides_nothing(threads, make_thread):
    """Nobody has written for years, then one did: the days are told by entries, not by the calendar."""
    fresh = make_thread(title="别的", published_at=timezone.now() + timedelta(days=3_000))
    index(fresh)
    found = [hit.thread for hit in search("支付宝", VISITOR, sort="latest").hits]
    assert found == threads[:2]


def test_pages_reach_the_oldest(threads):
    seen, cursor = [], ""
    while True:
        results = search("支付宝", VISITOR, sort="latest", cursor=cursor)
        seen += [hit.thread for hit in results.hits]
        if not (cursor := results.next):
            break
    assert seen == threads


def test_a_rarer_word_is_looked_for_in_all_days(threads, make_thread):
    old = threads[-1]
    SearchEntry.objects.filter(thread=old).update(vector="'花呗':1A '支付':2A")
    assert [hit.thread for hit in search("花呗", VISITOR, literally=True).hits] == [old]


def test_the_marks_of_a_span_are_few_and_leave_no_day_out():
    for days in (1, 17, 18, 100, 300, 4_000):
        for first in (20_000, 19_999, 20_224):
            marks = days_marks(first, first + days - 1)
            assert 0 < len(marks) <= 50
            marked = {day for mark in marks for day in days_of(mark)}
            assert set(range(first, first + days)) <= marked
            assert min(marked) == first
    assert days_marks(0, 20_000) == []
    assert days_marks(20_001, 20_002) == ["@d20001", "@d20002"]


def days_of(mark):
    days = dict(LEVELS)[mark[1]]
    return range(int(mark[2:]) * days, (int(mark[2:]) + 1) * days)
