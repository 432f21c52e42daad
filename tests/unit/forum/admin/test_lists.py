"""The lists: what they show, find and filter, at a price that does not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from forum.actions import moderation, people
from forum.actions.reports import report
from forum.models import Origin, Report, State
from tests import cast
from tests.cast import make_user

LISTS = ["forum/thread", "forum/reply", "forum/report", "forum/decision", "forum/sanction", "accounts/user"]


@pytest.fixture
def desk(zhou, client_of):
    return client_of(zhou)


def one_more_of_everything(zhou):
    author, reader = make_user(f"作者{User.objects.count()}"), make_user(f"读者{User.objects.count()}")
    thread = cast.make_thread(author, category=cast.make_category(f"c{author.pk}", f"分类{author.pk}"))
    reply = cast.make_reply(thread, author)
    report(reader, reply, reason=Report.Reason.SPAM)
    report(reader, thread, reason=Report.Reason.SPAM)
    moderation.hide(zhou, reply, reason="广告")
    moderation.pin(zhou, thread, reason="好")
    people.mute(zhou, author, days=3, reason="刷屏")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_however_long_it_is(desk, zhou, name):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(f"/admin/{name}/").status_code == 200
        return len(asked)

    one_more_of_everything(zhou)
    few = queries()
    for _ in range(4):
        one_more_of_everything(zhou)
    assert queries() == few


@pytest.mark.parametrize("name", LISTS)
def test_addresses_are_in_no_list(desk, zhou, make_reply, name):
    one_more_of_everything(zhou)
    make_reply(ip="61.139.2.69")
    page = desk.get(f"/admin/{name}/").content.decode()
    assert not any(ip in page for ip in Origin.objects.values_list("ip", flat=True))


@pytest.mark.parametrize("name", LISTS)
def test_searching_for_anything_is_answered(desk, zhou, name):
    one_more_of_everything(zhou)
    for words in ("广告", "%", "' or 1=1 --", "\x00", "长" * 3000, "🐑"):
        assert desk.get(f"/admin/{name}/", {"q": words}).status_code in {200, 302}


def test_replies_are_found_by_words_author_and_article(desk, mei, make_thread, make_reply):
    make_reply(make_thread(title="冷启动"), mei, body="加微信领资料")
    make_reply(body="别的")
    for words in ("加微信", "阿梅", "冷启动"):
        assert desk.get("/admin/forum/reply/", {"q": words}).context["cl"].result_count == 1


def test_a_list_shows_author_region_state_and_the_way_to_the_page(desk, mei, make_reply):
    reply = make_reply(author=mei, body="说得好", state=State.HELD)
    page = desk.get("/admin/forum/reply/?state__exact=held").content.decode()
    for words in ("阿梅", "四川", "待审核", "说得好", f'href="/replies/{reply.pk}/"'):
        assert words in page


def test_what_people_type_is_shown_and_not_obeyed(desk, make_thread, make_reply):
    make_reply(make_thread(title="<script>alert(1)</script>"), body="<img src=x onerror=alert(1)>")
    for name in ("", "forum/thread/", "forum/reply/"):
        page = desk.get(f"/admin/{name}").content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_people_are_shown_with_region_replies_and_mutes(desk, mei, zhou, make_thread, make_reply):
    thread = make_thread()
    make_reply(thread, mei, ip="60.12.0.1")
    make_reply(thread, mei, ip="61.139.2.69")
    make_reply(thread, mei, ip="8.8.8.8", state=State.HIDDEN)
    people.mute(zhou, mei, days=3, reason="刷屏")
    page = desk.get("/admin/accounts/user/", {"q": "阿梅"}).content.decode()
    for words in ("四川", "2 条评论", "禁言至"):
        assert words in page
    assert mei.email not in page


@pytest.mark.parametrize(("standing", "who"), [("moderator", "老周"), ("muted", "小贾"), ("banned", "阿梅")])
def test_people_are_filtered_by_standing(desk, zhou, jia, mei, standing, who):
    people.ban(zhou, mei, reason="诈骗")
    found = desk.get(f"/admin/accounts/user/?standing={standing}").context["cl"].queryset
    assert [person.username for person in found] == [who]


@pytest.mark.parametrize(("holds", "count"), [("yes", 1), ("no", 1)])
def test_mutes_are_filtered_by_whether_they_hold(desk, zhou, mei, lin, holds, count):
    people.mute(zhou, mei, days=3, reason="刷屏")
    people.unmute(zhou, mei, reason="已认识到")
    people.mute(zhou, lin, days=3, reason="刷屏")
    assert desk.get(f"/admin/forum/sanction/?holds={holds}").context["cl"].result_count == count
