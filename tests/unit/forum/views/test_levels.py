"""The help says the numbers in force; the way up is for one's own eyes, the level's name for everybody's."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from forum import limits
from forum.actions import moderation
from forum.actions.levels import weigh
from forum.actions.reports import report
from forum.models import Level, Reply, ReviewCell

pytestmark = pytest.mark.django_db


def cells(page):
    """The table's lines: label → numbers."""
    rows = re.findall(r"<tr>(.*?)</tr>", page, flags=re.S)
    found = {}
    for row in rows:
        if label := re.search(r'scope="row">([^<]+)', row):
            found[label[1]] = re.findall(r"<td[^>]*>(.*?)</td>", row)
    return found


def test_the_help_shows_the_numbers_of_the_limits_to_everybody(visitor, monkeypatch):
    monkeypatch.setitem(limits.RIGHTS, "member", limits.RIGHTS["member"]._replace(links=17))
    table = cells(visitor.get("/help/levels/").content.decode())
    known, rights = limits.KNOWN.values(), limits.RIGHTS.values()
    assert table["来这里的天数"] == ["—", *(str(one.days) for one in known)]
    assert table["公开的文章和评论"] == ["—", *(str(one.said) for one in known)]
    assert table["因举报被隐藏"] == ["—", *(str(one.upheld) for one in known)]
    assert table["处罚分"] == ["—", *(str(one.points) for one in known)]
    assert table["一篇里的链接"] == [str(one.links) for one in rights] and "17" in table["一篇里的链接"]
    assert table["每天文章"] == [str(one.articles_a_day) for one in rights]


def test_the_help_says_who_may_have_to_wait_and_not_for_what(visitor):
    assert cells(visitor.get("/help/levels/").content.decode())["可能先等审核"] == ["不会"] * 4
    ReviewCell.objects.create(level="newcomer", signal="links", outcome="hold")
    ReviewCell.objects.create(level="member", signal="links", outcome="look")
    assert cells(visitor.get("/help/levels/").content.decode())["可能先等审核"] == ["有时", "不会", "不会", "不会"]


def test_the_help_shows_for_how_many_signs_a_level_waits_as_proposed(visitor):
    proposed = [sum(one == "hold" for one in limits.RIGHTS[level].review.values()) for level in Level]
    shown = cells(visitor.get("/help/levels/").content.decode())["要先审核的异常项"]
    assert shown == [str(number) for number in proposed] and proposed == sorted(proposed, reverse=True)


def test_ones_own_page_shows_the_way_up_and_others_the_name_alone(client_of, visitor, mei, lin, make_reply):
    make_reply(author=mei)
    own = client_of(mei).get(mei.get_absolute_url()).content.decode()
    assert "我的等级：新人" in own and "成员" in own and f"1 / {limits.MEMBER.said}" in own
    for browser in (client_of(lin), visitor):
        page = browser.get(mei.get_absolute_url()).content.decode()
        assert "新人" in page and "我的等级" not in page and "处罚分" not in page


def test_the_reason_for_a_step_down_is_for_ones_own_eyes(client_of, visitor, mei, lin, zhou, make_thread):
    User.objects.filter(pk=mei.pk).update(date_joined=timezone.now() - timedelta(days=limits.TRUSTED.days + 1))
    thread = make_thread()
    Reply.objects.bulk_create(
        Reply(thread=thread, author=mei, body="好", body_html="好") for _ in range(limits.TRUSTED.said + 1)
    )
    weigh(mei.pk)
    reply = mei.replies.first()
    report(lin, reply, reason="attack")
    moderation.hide(zhou, reply, reason="人身攻击")
    assert "降" in client_of(mei).get(mei.get_absolute_url()).content.decode().partition("我的等级")[2][:600]
    for browser in (visitor, client_of(zhou)):
        page = browser.get(mei.get_absolute_url()).content.decode()
        assert "常客" in page and "从信任" not in page


def test_the_level_costs_a_person_s_page_two_questions_and_no_more_with_more_words(visitor, mei, make_reply):
    def price():
        with CaptureQueriesContext(connection) as asked:
            visitor.get(mei.get_absolute_url())
        return len(asked)

    make_reply(author=mei)
    few = price()
    for _ in range(5):
        make_reply(author=mei)
    assert price() == few
