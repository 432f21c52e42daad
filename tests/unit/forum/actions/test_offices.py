"""The four offices: who has which, what each sees and may do, and who gives them."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from accounts.models import User
from forum.actions import moderation, people
from forum.models import Claim, Decision, Office, Reply, State, Thread
from forum.rules import ADMINS, EDITORS, MODERATORS, Refused, may_curate, may_enter, may_moderate, may_see_origin
from tests.cast import make_category, make_moderator, make_user


@pytest.fixture
def shelves(db):
    return make_category(), make_category("ops", "运营杂谈")


@pytest.fixture
def keeper(shelves):
    """老郑 is 版主 of the first shelf."""
    return make_moderator("老郑", MODERATORS, shelves[0])


@pytest.fixture
def head(db):
    """老孙 is 管理员."""
    return make_moderator("老孙", ADMINS)


@pytest.fixture
def operator(db):
    return User.objects.create_superuser("站长", "operator@example.org", "x")


def again(user):
    """The account as the next request finds it: permissions are kept on the object."""
    return User.objects.get(pk=user.pk)


def test_a_keeper_judges_their_shelf_and_no_other(keeper, shelves, make_thread, make_reply):
    near, far = (make_thread(category=shelf) for shelf in shelves)
    assert may_enter(keeper) and not may_moderate(keeper)
    for thing in (near, make_reply(near)):
        assert may_moderate(keeper, thing)
        assert moderation.hide(keeper, thing, reason="广告")
    for thing in (far, make_reply(far)):
        with pytest.raises(Refused, match="分类"):
            moderation.hide(keeper, thing, reason="广告")
    assert moderation.close_thread(keeper, near, reason="吵")
    assert moderation.pin(keeper, near, reason="公告")
    with pytest.raises(Refused):
        moderation.pin(keeper, far, reason="公告")


def test_a_keeper_reads_what_is_hidden_on_their_shelf_alone(keeper, shelves, make_thread, make_reply):
    near, far = (make_thread(category=shelf) for shelf in shelves)
    here, there = (make_reply(thread, state=State.HIDDEN) for thread in (near, far))
    assert set(Reply.objects.visible_to(keeper)) == {here}
    assert set(near.replies.on_page(keeper)) == {here}
    assert not far.replies.on_page(keeper).filter(pk=there.pk).exists()
    Thread.objects.update(state=State.HIDDEN)
    assert set(Thread.objects.visible_to(keeper)) == {near}
    Thread.objects.update(state=State.DRAFT)
    assert not Thread.objects.visible_to(keeper).exists(), "drafts are their author's alone"


def test_a_keeper_neither_mutes_nor_bans(keeper, mei):
    for verb in (
        lambda: people.mute(keeper, mei, days=1, reason="刷屏"),
        lambda: people.ban(keeper, mei, reason="诈骗"),
    ):
        with pytest.raises(Refused, match="版主"):
            verb()


def test_editors_arrange_and_do_not_judge(shelves, make_thread):
    editor, thread = make_moderator("小杨", EDITORS), make_thread(category=shelves[0])
    assert may_curate(editor) and not may_moderate(editor, thread)
    assert moderation.feature(editor, thread, reason="写得好")
    assert moderation.move(editor, thread, shelves[1], reason="更合适")
    for verb in (moderation.hide, moderation.close_thread):
        with pytest.raises(Refused):
            verb(editor, thread, reason="我想")


def test_nobody_in_office_is_muted_or_banned(zhou, head, keeper):
    for colleague in (head, keeper, make_moderator("小杨", EDITORS)):
        for verb in (
            lambda who=colleague: people.mute(zhou, who, days=1, reason="不合"),
            lambda who=colleague: people.ban(zhou, who, reason="不合"),
        ):
            with pytest.raises(Refused):
                verb()


def test_addresses_are_for_admins(head, zhou, keeper):
    assert may_see_origin(head)
    assert not may_see_origin(zhou)
    assert not may_see_origin(keeper)


def test_an_admin_appoints_a_keeper_shelf_by_shelf(head, mei, shelves):
    for shelf in shelves:
        assert people.appoint(head, mei, office=MODERATORS, category=shelf, reason="热心")
    assert not people.appoint(head, mei, office=MODERATORS, category=shelves[0], reason="热心")
    assert [decision.detail for decision in Decision.objects.order_by("pk")] == ["版主 · 产品", "版主 · 运营杂谈"]
    with pytest.raises(Refused, match="分类"):
        people.appoint(head, mei, office=MODERATORS, reason="热心")
    Claim.objects.create(moderator=mei, thread=None, reply=_held(), until="2099-01-01T00:00Z")
    assert people.release(head, mei, reason="任期已满")
    assert not Office.objects.exists() and not Claim.objects.exists()
    assert not may_enter(again(mei))


def _held():
    from tests.cast import make_reply

    return make_reply(state=State.HELD)


def test_admins_are_the_operators_to_make(head, operator, mei):
    with pytest.raises(Refused, match="站长"):
        people.appoint(head, mei, office=ADMINS, reason="好朋友")
    assert people.appoint(operator, mei, office=ADMINS, reason="可靠")
    with pytest.raises(Refused, match="站长"):
        people.release(head, again(mei), reason="不合")
    with pytest.raises(Refused, match="站长"):
        people.release(head, head, reason="累了")


@pytest.mark.parametrize("office", ["版主", "总版主", "运营"])
def test_who_is_not_admin_appoints_nobody(shelves, mei, office):
    officer = make_moderator("老郑", office, *shelves[: office == "版主"])
    with pytest.raises(Refused, match="站长"):
        people.appoint(officer, mei, reason="好朋友")


def test_whoever_was_moderator_before_goes_on_everywhere(db):
    """The migration, said again over the offices as they were."""
    Group.objects.exclude(name="版主").delete()
    import_module("forum.migrations.0003_moderators").make_group(apps, None)
    old = make_user("老版主")
    old.groups.add(Group.objects.get(name="版主"))
    import_module("forum.migrations.0017_desk").make_offices(apps, None)
    assert list(old.groups.values_list("name", flat=True)) == ["总版主"]
    assert may_moderate(again(old))
    assert again(old).has_perm("forum.add_blockedword")
    keeper = make_user("新版主")
    keeper.groups.add(Group.objects.get(name="版主"))
    assert not may_moderate(again(keeper)) and not again(keeper).has_perm("forum.add_blockedword")
