"""Ranges of addresses and mail domains kept out, and accounts that share an address."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from accounts.models import User
from forum import limits
from forum.actions.barriers import lift_barrier, raise_barrier
from forum.actions.origins import see_neighbours
from forum.actions.replies import post_reply
from forum.models import Barrier, Decision, Origin
from forum.rules import Refused
from tests.cast import ADDRESS, make_user

Kind = Barrier.Kind


@pytest.fixture
def zheng(zhou):
    """A moderator who may bar addresses and look at them."""
    rights = Permission.objects.filter(codename__in=["add_barrier", "view_barrier", "view_origin"])
    zhou.user_permissions.set(rights)
    return User.objects.get(pk=zhou.pk)


def test_from_a_barred_range_nobody_writes(zheng, mei, make_thread):
    thread = make_thread()
    barrier = raise_barrier(zheng, Kind.RANGE, "61.139.2.77/24", reason="机器注册")
    assert barrier.value == "61.139.2.0/24"
    with pytest.raises(Refused, match="网络"):
        post_reply(mei, thread, "买粉加我", origin=Origin(ip=ADDRESS))
    assert post_reply(mei, thread, "别处来的", origin=Origin(ip="114.114.114.114"))
    assert lift_barrier(zheng, barrier, reason="误伤学校")
    assert not lift_barrier(zheng, barrier, reason="误伤学校")
    assert post_reply(mei, thread, "又能说了", origin=Origin(ip=ADDRESS))
    assert [one.verb for one in Decision.objects.order_by("pk")] == ["settings", "settings"]


def test_a_barrier_expires_by_itself(zheng):
    raise_barrier(zheng, Kind.RANGE, "2001:db8::/32", reason="机器注册", days=3)
    assert Barrier.before_address("2001:db8::1")
    Barrier.objects.update(until=timezone.now() - timedelta(minutes=1))
    assert not Barrier.before_address("2001:db8::1")


@pytest.mark.parametrize(
    ("email", "barred"),
    [("a@mail.example.net", True), ("a@EXAMPLE.net", True), ("a@notexample.net", False), ("a@example.org", False)],
)
def test_a_domain_and_what_lies_below_it_cannot_sign_up(zheng, visitor, email, barred):
    raise_barrier(zheng, Kind.DOMAIN, "@Example.net", reason="一次性邮箱")
    form = {"email": email, "username": "新来的", "password1": "一年有四季-88"}
    answer = visitor.post("/accounts/signup/", form)
    assert User.objects.filter(username="新来的").exists() is not barred
    assert ("换一个" in answer.content.decode()) is barred


def test_from_a_barred_range_nobody_signs_up_and_members_still_sign_in(zheng, mei, visitor):
    raise_barrier(zheng, Kind.RANGE, "127.0.0.0/12", reason="机器注册")
    form = {"email": "a@example.org", "username": "新来的", "password1": "一年有四季-88"}
    assert "注册" in visitor.post("/accounts/signup/", form).content.decode()
    assert not User.objects.filter(username="新来的").exists()
    answer = visitor.post("/accounts/login/", {"login": "阿梅", "password": "一年有四季-88"})
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.RANGE, "0.0.0.0/0"),
        (Kind.RANGE, "::/8"),
        (Kind.RANGE, "浙江"),
        (Kind.DOMAIN, "com"),
        (Kind.DOMAIN, "a b.cn"),
    ],
)
def test_nonsense_and_whole_carriers_are_refused(zheng, kind, value):
    with pytest.raises(Refused):
        raise_barrier(zheng, kind, value, reason="手滑")
    assert not Barrier.objects.exists() and not Decision.objects.exists()


def test_who_may_not_bar(zhou, mei):
    for person in (zhou, mei):
        with pytest.raises(Refused):
            raise_barrier(person, Kind.RANGE, "61.139.2.0/24", reason="我想")


def test_it_is_raised_and_lifted_in_the_admin(zheng, client_of):
    desk = client_of(zheng)
    given = {"kind": "range", "value": "0.0.0.0/1", "days": "", "reason": "机器注册"}
    assert "运营商" in desk.post("/admin/forum/barrier/add/", given).content.decode()
    assert desk.post("/admin/forum/barrier/add/", given | {"value": "61.139.2.0/24"}).status_code == 302
    barrier = Barrier.objects.get()
    assert barrier.moderator == zheng
    assert "61.139.2.0/24" in desk.get("/admin/forum/barrier/").content.decode()
    desk.post(f"/admin/forum/barrier/{barrier.pk}/verbs/lift_barrier/", {"said": "yes", "reason": "误伤"})
    assert not Barrier.objects.standing().exists()


def test_accounts_behind_one_address_are_a_hint_and_looking_is_signed_for(
    zheng, mei, make_thread, make_reply, client_of
):
    other, third = make_user("阿梅二号"), make_user("路人")
    thread = make_thread(ip="8.8.8.8")
    for person in (mei, other, other):
        make_reply(thread, author=person, ip=ADDRESS)
    make_reply(thread, author=third, ip="114.114.114.114")
    assert [(one[0], one[1]) for one in see_neighbours(zheng, mei, reason="疑似小号")] == [(other, 2)]
    desk = client_of(zheng)
    page = desk.post(f"/admin/accounts/user/{mei.pk}/neighbours/", {"reason": "疑似小号"}).content.decode()
    assert "阿梅二号" in page and "路人" not in page
    assert Decision.objects.filter(verb="origin", user=mei).count() == 2
    Origin.objects.update(created_at=timezone.now() - timedelta(days=limits.NEIGHBOUR_DAYS + 1))
    assert not see_neighbours(zheng, mei, reason="疑似小号")


def test_who_may_not_look(zhou, mei, client_of):
    with pytest.raises(Refused):
        see_neighbours(zhou, mei, reason="好奇")
    assert client_of(zhou).get(f"/admin/accounts/user/{mei.pk}/neighbours/").status_code == 403
