"""关于我的处理: what was decided about oneself, why, and the way to object; nobody else's affairs, nobody's name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.actions import moderation, people
from forum.actions.appeals import grant_appeal, uphold_appeal
from forum.actions.reports import report
from forum.models import Appeal, Decision
from tests.cast import make_moderator

PAGE = "/decisions/"


@pytest.fixture
def hidden(zhou, make_reply, mei):
    """The decision by which 老周 has hidden a reply of 阿梅's."""
    moderation.hide(zhou, make_reply(author=mei, body="你这文章抄的吧"), reason="人身攻击")
    return Decision.objects.get()


def door(decision):
    return reverse("appeal", args=[decision.pk])


def test_the_author_reads_what_was_decided_and_why_but_not_by_whom(client_of, mei, hidden):
    page = client_of(mei).get(PAGE).content.decode()
    for words in ("隐藏", "你的评论", "你这文章抄的吧", "人身攻击", "版主", door(hidden)):
        assert words in page
    assert "老周" not in page


def test_a_muted_member_reads_until_when_and_the_refusal_names_the_page(client_of, zhou, mei, make_thread):
    people.mute(zhou, mei, days=3, reason="刷屏")
    browser = client_of(mei)
    decision = Decision.objects.get()
    page = browser.get(PAGE).content.decode()
    assert "禁言" in page and decision.detail in page and door(decision) in page
    assert "关于我的处理" in browser.get(make_thread().get_absolute_url()).content.decode().split('id="write"')[1]


def test_others_affairs_and_quiet_decisions_are_not_told(client_of, zhou, lin, mei, hidden, make_thread):
    thread = make_thread(mei)
    report(lin, thread, reason="spam")
    moderation.dismiss_reports(zhou, thread, reason="举报不成立")
    Decision.objects.create(moderator=zhou, verb=Decision.Verb.ORIGIN, thread=thread, reason="疑似马甲")
    page = client_of(mei).get(PAGE).content.decode()
    assert "举报不成立" not in page and "疑似马甲" not in page
    page = client_of(lin).get(PAGE).content.decode()
    assert "没有关于你的处理" in page and "抄的吧" not in page
    assert client_of(lin).get(door(hidden)).status_code == 404
    assert client_of(zhou).post(door(hidden), {"words": "我替她说"}).status_code == 404


def test_an_appeal_is_sent_once_and_its_answer_is_told_without_a_name(client_of, mei, hidden):
    browser = client_of(mei)
    assert "抄的吧" in browser.get(door(hidden)).content.decode()
    assert browser.post(door(hidden), {"words": "<b>我有证据</b>"})["Location"] == PAGE
    page = browser.get(PAGE).content.decode()
    assert "&lt;b&gt;我有证据&lt;/b&gt;" in page and "等待另一位版主处理" in page and door(hidden) not in page
    again = browser.post(door(hidden), {"words": "再说一次"})
    assert again.status_code == 403 and "只能申诉一次" in again.content.decode()
    assert "只能申诉一次" in browser.get(door(hidden)).content.decode()
    uphold_appeal(make_moderator("老吴"), Appeal.objects.get(), reason="证据不足")
    page = browser.get(PAGE).content.decode()
    assert "维持原处理" in page and "证据不足" in page
    assert "老吴" not in page


def test_a_granted_appeal_shows_both_the_answer_and_the_restoring(client_of, mei, hidden):
    client_of(mei).post(door(hidden), {"words": "我有证据"})
    grant_appeal(make_moderator("老吴"), Appeal.objects.get(), reason="证据确凿")
    page = client_of(mei).get(PAGE).content.decode()
    assert "申诉成立" in page and "恢复" in page
    assert page.count("证据确凿") == 2


@pytest.mark.parametrize("words", ["", "   ", "长" * 1001])
def test_bad_words_come_back_with_the_form(client_of, mei, hidden, words):
    answer = client_of(mei).post(door(hidden), {"words": words})
    assert answer.status_code == 422
    assert words.strip() in answer.content.decode()
    assert not Appeal.objects.exists()


def test_the_words_page_leads_there_for_its_author_only(client_of, lin, zhou, mei, hidden, make_thread):
    words = hidden.reply.thread.get_absolute_url()

    def ways(user, address):
        return client_of(user).get(address).content.decode().split("<main")[1].count(f'href="{PAGE}"')

    assert [ways(user, words) for user in (mei, zhou, lin)] == [1, 0, 0]
    moderation.hide(zhou, thread := make_thread(mei), reason="转载未注明")
    assert [ways(user, thread.get_absolute_url()) for user in (mei, zhou)] == [1, 0]
    assert f'href="{PAGE}"' in client_of(lin).get("/").content.decode()  # in everybody's menu


def test_many_decisions_cost_no_more_than_one(client_of, zhou, mei, hidden, make_thread, make_reply):
    browser = client_of(mei)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            browser.get(PAGE)
        return len(asked)

    browser.get(PAGE)
    few = queries()
    for _ in range(5):
        moderation.hide(zhou, make_reply(author=mei), reason="广告")
        moderation.hide(zhou, make_thread(mei), reason="广告")
    assert queries() == few


def test_a_long_history_turns_pages(client_of, zhou, mei, make_thread):
    thread = make_thread(mei)
    for _ in range(11):
        moderation.pin(zhou, thread, reason="好文")
        moderation.unpin(zhou, thread, reason="够了")
    browser = client_of(mei)
    assert browser.get(PAGE).content.decode().count('class="decision"') == 20
    assert browser.get(f"{PAGE}?page=2").content.decode().count('class="decision"') == 2
    assert browser.get(f"{PAGE}?page=nonsense").status_code == 200
