"""Levels by days, kept words, upheld reports and points; the way down keeps its reason; rights hang on them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from forum import limits
from forum.actions import moderation
from forum.actions.levels import weigh, weigh_everybody
from forum.actions.people import mute, unmute, warn
from forum.actions.replies import edit_reply, post_reply
from forum.actions.reports import report
from forum.actions.threads import edit_thread, publish_thread
from forum.models import Facts, Level, Origin, Reply, Report, Standing, facts_of
from forum.rules import Refused, criteria, level_after, level_for, level_of
from tests.cast import make_category

pytestmark = pytest.mark.django_db
HOME = "61.139.2.69"


@pytest.fixture
def known(mei, make_thread):
    """``known("regular")``: 阿梅 with as many days and words as that level asks for, weighed."""

    def make(level):
        asked = limits.KNOWN[level]
        User.objects.filter(pk=mei.pk).update(date_joined=timezone.now() - timedelta(days=asked.days, minutes=1))
        thread = make_thread()
        rows = [Reply(thread=thread, author=mei, body="好", body_html="好", floor=n) for n in range(asked.said)]
        Reply.objects.bulk_create(rows)
        weigh(mei.pk)
        mei.refresh_from_db()
        return mei

    return make


def say(author, thread, body):
    return post_reply(author, thread, body, origin=Origin(ip=HOME))


def links(number):
    return " ".join(f"https://example.org/{n}" for n in range(number))


def taken_down(zhou, lin, reply):
    report(lin, reply, reason="attack")
    moderation.hide(zhou, reply, reason="人身攻击")


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (Facts(0, 0, 0, 0), "newcomer"),
        (Facts(0, 900, 0, 0), "newcomer"),
        (Facts(900, 2, 0, 0), "newcomer"),
        (Facts(1, 3, 3, 5), "member"),
        (Facts(1, 3, 4, 0), "newcomer"),
        (Facts(30, 10, 1, 2), "regular"),
        (Facts(30, 10, 2, 0), "member"),
        (Facts(99, 900, 0, 0), "regular"),
        (Facts(100, 20, 0, 1), "trusted"),
        (Facts(100, 20, 1, 0), "regular"),
        (Facts(100, 20, 0, 6), "newcomer"),
    ],
)
def test_a_level_is_the_highest_whose_every_criterion_is_met(facts, level):
    assert level_for(facts) == level


def test_there_is_a_way_up_from_everywhere_but_the_top():
    assert [level_after(level) for level in Level] == ["member", "regular", "trusted", None]
    unmet = [one.name for one in criteria("trusted", Facts(30, 10, 1, 2)) if not one.is_met]
    assert unmet == ["days", "said", "upheld", "points"]


def test_facts_are_counted_in_one_statement_for_any_number(
    mei, lin, zhou, make_thread, make_reply, django_assert_num_queries
):
    thread = make_thread(lin)
    for reply in (make_reply(thread, mei), make_reply(thread, mei)):
        taken_down(zhou, lin, reply)
    make_reply(thread, mei)
    gone = make_thread(lin)
    make_reply(gone, mei, "在藏起来的文章下面")
    moderation.hide(zhou, gone, reason="广告")
    warn(zhou, mei, reason="冷静")
    with django_assert_num_queries(1):
        found = facts_of([mei.pk, lin.pk, zhou.pk])
    assert found[mei.pk] == Facts(days=0, said=1, upheld=2, points=1)
    assert found[lin.pk] == Facts(days=0, said=1, upheld=0, points=0)


def test_what_was_restored_or_long_ago_does_not_count(mei, lin, zhou, make_reply):
    first, second = make_reply(author=mei), make_reply(author=mei)
    taken_down(zhou, lin, first), taken_down(zhou, lin, second)
    assert facts_of([mei.pk])[mei.pk].upheld == 2
    moderation.restore(zhou, first, reason="看错了")
    assert facts_of([mei.pk])[mei.pk].upheld == 1
    Report.objects.update(resolved_at=timezone.now() - limits.UPHELD_COUNTS - timedelta(minutes=1))
    assert facts_of([mei.pk])[mei.pk].upheld == 0


def test_a_decision_brings_the_step_down_at_once_with_its_reason_and_undoing_it_the_step_up(known, lin, zhou):
    mei = known("trusted")
    assert level_of(mei) == Level.TRUSTED
    reply = mei.replies.first()
    Reply.objects.create(thread=reply.thread, author=mei, body="好", body_html="好")
    taken_down(zhou, lin, reply)
    standing = Standing.objects.get(pk=mei.pk)
    assert (standing.level, standing.fell_from, standing.fell_for, standing.fell_with) == (
        "regular", "trusted", "upheld", 1,
    )  # fmt: skip
    moderation.restore(zhou, reply, reason="看错了")
    standing.refresh_from_db()
    assert (standing.level, standing.fell_from, standing.fell_at) == ("trusted", "", None)


def test_a_mute_and_its_lifting_are_weighed_too(known, zhou):
    mei = known("trusted")
    mute(zhou, mei, days=3, reason="刷屏")
    assert (level_of(mei), mei.weighed.fell_for) == (Level.REGULAR, "points")
    unmute(zhou, mei, reason="够了")
    assert level_of(mei) == Level.TRUSTED


def test_every_night_whoever_has_written_is_weighed_and_a_second_night_changes_nothing(known, lin, make_thread):
    mei = known("member")
    Reply.objects.filter(author=mei).update(state="withdrawn")
    Standing.objects.exclude(pk=mei.pk).delete()
    assert weigh_everybody() == 2
    assert (level_of(mei), Standing.objects.get(pk=mei.pk).fell_for) == (Level.NEWCOMER, "said")
    assert Standing.objects.get(pk=lin.pk).level == Level.NEWCOMER
    assert weigh_everybody() == 0


def test_where_more_is_asked_than_before_that_is_the_reason(known, monkeypatch):
    mei = known("regular")
    monkeypatch.setitem(limits.KNOWN, "regular", limits.REGULAR._replace(days=60))
    weigh(mei.pk)
    assert Standing.objects.get(pk=mei.pk).fell_for == "rules"


def test_the_level_of_whoever_was_weighed_costs_one_small_question(known, django_assert_num_queries, monkeypatch):
    mei = known("member")
    monkeypatch.setattr("forum.rules.levels.facts_of", None)  # is not asked
    with django_assert_num_queries(1):
        assert level_of(mei) == Level.MEMBER


def test_links_and_pictures_hang_on_the_level_and_the_sentence_says_so(known, mei, make_thread):
    thread = make_thread()
    say(mei, thread, links(limits.RIGHTS["newcomer"].links))
    with pytest.raises(Refused, match=r"新人.*2.*链接.*3"):
        say(mei, thread, links(3))
    with pytest.raises(Refused, match=r"新人.*3.*图片.*4"):
        publish_thread(mei, title="图", body="![图](/a.png)" * 4, category=make_category(), origin=Origin(ip=HOME))
    known("member")
    assert say(mei, thread, links(3)).pk


def test_addresses_run_together_are_counted_one_by_one(mei, make_thread):
    thread = make_thread()
    for text in ("https://a.example/x,https://b.example/y,https://c.example", "看a.com，b.cn；c.net"):
        with pytest.raises(Refused):
            say(mei, thread, text)
    say(mei, thread, "同一个：https://example.com/a.com/b.net?x=c.org 和 /threads/1/ 和 me@a.com、you@b.com")


def test_moderators_are_not_counted(zhou, make_thread):
    assert say(zhou, make_thread(), links(30)).pk


def test_an_edit_may_keep_what_it_had_and_add_no_more(mei, make_thread, make_reply):
    thread = make_thread(mei, body=links(5))
    about = {"title": "题", "category": thread.category}
    edit_thread(mei, thread, body=links(5) + " 改一个字", **about)
    with pytest.raises(Refused):
        edit_thread(mei, thread, body=links(6), **about)
    reply = make_reply(thread, mei, links(4))
    with pytest.raises(Refused):
        edit_reply(mei, reply, links(5))
    edit_reply(mei, reply, links(1))


def test_the_form_says_it_beside_the_words_and_keeps_them(client_of, mei, make_thread):
    thread = make_thread()
    answer = client_of(mei).post(f"/threads/{thread.pk}/replies/", {"body": links(3)})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "最多放 2 个链接" in page and links(3) in page


def test_pace_hangs_on_the_level(known, make_thread):
    mei, thread = known("member"), make_thread()
    Reply.objects.filter(author=mei).update(created_at=timezone.now() - timedelta(hours=1))
    for n in range(limits.RIGHTS["member"].replies_a_minute):
        say(mei, thread, f"第{n}句")
    with pytest.raises(Refused, match="太快"):
        say(mei, thread, "再来")


def test_so_many_articles_a_day_hang_on_the_level(mei, make_thread, client_of):
    about = {"body": "文", "category": make_category(), "origin": Origin(ip=HOME)}
    for n in range(limits.RIGHTS["newcomer"].articles_a_day):
        make_thread(mei, title=f"第{n}篇")
    with pytest.raises(Refused, match=r"新人.*5 篇"):
        publish_thread(mei, title="第六篇", **about)
    assert "5 篇" in client_of(mei).get("/threads/write/").content.decode()
