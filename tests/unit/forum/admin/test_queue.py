"""The queue's page: a hand is taken, settled with and without scripts, and taken back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forum import limits
from forum.actions.claims import take
from forum.actions.reports import report
from forum.models import Claim, Decision, Reply, Report, Settlement, State
from tests.cast import make_category, make_moderator

QUEUE = "/admin/forum/claim/"


@pytest.fixture
def desk(zhou, client_of):
    return client_of(zhou)


@pytest.fixture
def held(make_thread, mei):
    """``held(500)``: so many held replies, written in one go."""
    thread = make_thread()

    def write(count):
        first = thread.replies.count()
        rows = [
            Reply(thread=thread, author=mei, floor=first + n, body=f"第 {n} 条", state=State.HELD, region="四川")
            for n in range(count)
        ]
        return Reply.objects.bulk_create(rows)

    return write


def sent(choice, *replies, **more):
    return {"choice": choice, "thing": [f"reply-{reply.pk}" for reply in replies], **more}


def told(answer):
    return [str(message) for message in answer.context["messages"]]


def test_looking_takes_nothing_and_taking_fills_the_hand(desk, zhou, held):
    held(limits.HAND + 5)
    assert "手上没有" in desk.get(QUEUE).content.decode()
    assert not Claim.objects.exists()
    page = desk.post(f"{QUEUE}take/", follow=True).content.decode()
    assert page.count("data-item") == Claim.objects.filter(moderator=zhou).count() == limits.HAND
    assert f"{limits.HAND + 5} 项待处理" in page
    desk.post(f"{QUEUE}give-back/")
    assert not Claim.objects.exists()


def test_beside_each_thing_stands_what_one_must_know(desk, zhou, mei, lin, make_thread, make_reply):
    thread = make_thread(lin, title="长文该不该分页")
    said = make_reply(thread, lin, "不分页读着累")
    make_reply(thread, mei, "已经公开的", ip="61.139.2.69")
    foul = make_reply(thread, mei, "加微信领资料", parent=said)
    report(lin, foul, reason=Report.Reason.SPAM, note="到处发")
    take(zhou)
    page = desk.get(QUEUE).content.decode()
    for words in ("长文该不该分页", "不分页读着累", "加微信领资料", "到处发", "垃圾广告", "公开 2", "四川", "阿梅"):
        assert words in page, words


def test_one_is_approved_with_a_press(desk, zhou, held):
    first, second = held(2)
    take(zhou)
    page = desk.post(f"{QUEUE}settle/", sent("pass", first), follow=True)
    assert told(page) == ["放行：已处理 1 项。"]
    first.refresh_from_db()
    assert first.state == State.PUBLIC
    assert Decision.objects.get().reason == "已核实，没有问题"
    assert f'id="reply-{second.pk}"' in page.content.decode()


def test_htmx_is_answered_with_the_hand_alone(desk, zhou, held):
    (reply,) = held(1)
    take(zhou)
    answer = desk.post(f"{QUEUE}settle/", sent("hide", reply, usual="垃圾广告"), headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert 'hx-swap-oob="innerHTML"' in page and "已处理 1 项" in page
    reply.refresh_from_db()
    assert reply.state == State.HIDDEN


@pytest.mark.parametrize(
    ("given", "told_so"),
    [
        ({"choice": "hide"}, "理由"),
        ({"choice": "hide", "reason": "长" * 201}, "200"),
        ({"choice": "explode", "reason": "好"}, "explode"),
        ({"choice": "pass", "thing": []}, "请先选择"),
        ({"choice": "pass", "thing": ["reply-x", "thread-", "user-1", "reply-99999999999999999999"]}, "请先选择"),
        ({"choice": "mute", "reason": "刷屏", "days": "0"}, "1"),
    ],
)
def test_bad_input_is_said_plainly_and_changes_nothing(desk, zhou, held, given, told_so):
    (reply,) = held(1)
    take(zhou)
    answer = desk.post(f"{QUEUE}settle/", {**sent("pass", reply), **given})
    assert answer.status_code == 422
    assert told_so in " ".join(told(answer))
    if len(given.get("reason", "")) > 200:
        assert given["reason"] in answer.content.decode(), "nothing typed is lost"
    assert not Decision.objects.exists()


def test_what_is_gone_or_anothers_is_passed_over(desk, zhou, held, client_of):
    wu = make_moderator("老吴")
    mine, theirs = held(2)
    take(wu, 2)
    Claim.objects.filter(reply=mine).delete()
    answer = desk.post(f"{QUEUE}settle/", sent("pass", mine, theirs), follow=True)
    assert told(answer) == ["放行：已处理 1 项。", "1 项被拒绝：老吴正在处理"]


def test_several_are_settled_and_undone_with_one_press_each(desk, zhou, held):
    replies = held(5)
    take(zhou)
    desk.post(f"{QUEUE}settle/", sent("hide", *replies, usual="垃圾广告", reason="同一段话"))
    assert {row.state for row in Reply.objects.all()} == {State.HIDDEN}
    assert Decision.objects.filter(reason="垃圾广告：同一段话").count() == 5
    batch = Settlement.objects.first().batch
    page = desk.get(QUEUE).content.decode()
    assert "× 5" in page and str(batch) in page
    answer = desk.post(f"{QUEUE}undo/", {"batch": batch}, follow=True)
    assert told(answer) == ["撤销：已处理 5 项。"]
    assert {row.state for row in Reply.objects.all()} == {State.HELD}
    assert Decision.objects.count() == 10, "the record keeps both"
    assert answer.content.decode().count("data-item") == 5


@pytest.mark.parametrize("batch", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_undoing_nothing_is_no_error(desk, batch):
    assert desk.post(f"{QUEUE}undo/", {"batch": batch}).status_code in {302, 403}


@pytest.mark.parametrize("way", ["take", "give-back", "settle", "undo"])
def test_reading_changes_nothing(desk, way):
    assert desk.get(f"{QUEUE}{way}/").status_code == 405


def test_the_middle_waiting_time_is_shown(desk, zhou, held):
    take(zhou)
    for hours, reply in zip((1, 5, 9), held(3), strict=True):
        Reply.objects.filter(pk=reply.pk).update(created_at=timezone.now() - timedelta(hours=hours))
        desk.post(f"{QUEUE}settle/", sent("pass", reply))
    assert "等待中位数 5" in desk.get(QUEUE).content.decode()


def test_a_full_hand_asks_no_more_than_a_light_one(desk, zhou, mei, lin, make_thread, make_reply):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            desk.get(QUEUE)
        return len(asked)

    def one_more():
        make_thread(lin, state=State.HELD)
        thread = make_thread(lin)
        report(lin, make_reply(thread, mei), reason=Report.Reason.SPAM)
        make_reply(thread, lin, state=State.HELD)
        take(zhou)

    one_more()
    light = queries()
    for _time in range(4):
        one_more()
    assert queries() == light


def test_five_hundred_are_cleared(desk, held):
    """Hand by hand, as the page does it; each answer is the next hand, so the page is never loaded anew."""
    replies = held(500)
    page = desk.post(f"{QUEUE}take/", headers={"HX-Request": "true"}).content.decode()
    presses = 0
    while "data-item" in page:
        in_hand = Claim.objects.values_list("reply", flat=True)
        form = {"choice": "pass", "thing": [f"reply-{pk}" for pk in in_hand]}
        page = desk.post(f"{QUEUE}settle/", form, headers={"HX-Request": "true"}).content.decode()
        presses += 1
    assert presses == 500 / limits.HAND
    assert not Reply.objects.filter(state=State.HELD).exists()
    assert Decision.objects.count() == Settlement.objects.count() == len(replies)
    assert "data-item" not in page


def test_a_moderator_of_a_category_has_a_queue_of_their_own(client_of, make_thread, make_reply):
    mine = make_category()
    there = make_thread(category=make_category("ops", "运营杂谈"), title="别处的文章")
    a, b = make_reply(make_thread(category=mine), state=State.HELD), make_reply(there, state=State.HELD)
    browser = client_of(make_moderator("老郑", "版主", mine))
    assert browser.get("/admin/").headers["Location"] == QUEUE
    page = browser.post(f"{QUEUE}take/", follow=True).content.decode()
    assert f"reply-{a.pk}" in page and f"reply-{b.pk}" not in page
    assert "隐藏并禁言" not in page.partition("data-keys")[0], "muting is for the whole site"
    browser.post(f"{QUEUE}settle/", sent("hide", a, b, reason="广告"))
    assert list(Decision.objects.values_list("reply", flat=True)) == [a.pk]
