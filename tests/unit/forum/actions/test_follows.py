"""Follow: set and unset, who may, whom the worker tells."""

import pytest
from django.contrib.auth.models import AnonymousUser
from procrastinate.contrib.django.models import ProcrastinateJob

from forum import limits
from forum.actions import moderation
from forum.actions.follows import set_follow, tell_of_news
from forum.actions.people import suspend
from forum.actions.tags import merge_tag
from forum.models import Follow, Notice, Tag
from forum.rules import Refused
from tests import cast


def kinds(person):
    return list(Notice.objects.shown_to(person).order_by("id").values_list("kind", flat=True))


def test_saying_it_twice_is_the_same_as_once(make_thread, lin, mei):
    thread = make_thread(lin, tags=["阅读"])
    for thing in (lin, thread, Tag.objects.get()):
        set_follow(mei, thing, followed=True), set_follow(mei, thing, followed=True)
        assert Follow.objects.of(thing).get().user == mei
        set_follow(mei, thing, followed=False), set_follow(mei, thing, followed=False)
        assert not Follow.objects.exists()


def test_who_may_not(make_thread, lin, mei, zhou, monkeypatch):
    own, held = make_thread(mei), make_thread(lin, state="held")
    lin.is_active = False
    for who, what in ((mei, mei), (mei, own), (mei, held), (mei, lin), (AnonymousUser(), zhou)):
        with pytest.raises(Refused):
            set_follow(who, what, followed=True)
    suspend(zhou, mei, days=3, reason="刷屏")
    with pytest.raises(Refused, match="刷屏"):
        set_follow(mei, zhou, followed=True)
    monkeypatch.setattr(limits, "FOLLOWS_MOST", 0)
    with pytest.raises(Refused, match="很多"):
        set_follow(cast.make_user("卓伊"), zhou, followed=True)


def test_followers_of_the_author_and_the_tag_are_told_once_of_a_new_article(make_thread, lin, mei, zhou):
    make_thread(lin, tags=["阅读"])
    zoe = cast.make_user("卓伊")
    set_follow(mei, lin, followed=True), set_follow(mei, Tag.objects.get(), followed=True)
    set_follow(zoe, Tag.objects.get(), followed=True), set_follow(zhou, lin, followed=True)
    set_follow(lin, Tag.objects.get(), followed=True)
    thread = make_thread(lin, tags=["阅读"], body="谢谢@老周")
    for _ in range(2):
        tell_of_news(thread.pk, None)
    assert [kinds(one) for one in (mei, zoe, zhou, lin)] == [["person"], ["tag"], ["mention"], []]


def test_followers_of_a_thread_are_told_of_what_is_news_to_them(make_thread, make_reply, lin, mei, zhou):
    thread, zoe = make_thread(lin), cast.make_user("卓伊")
    for one in (mei, zhou, zoe):
        set_follow(one, thread, followed=True)
    first = make_reply(thread, mei, "第一")
    make_reply(thread, lin, "第二", parent=first)
    tell_of_news(thread.pk, first.pk)
    assert kinds(mei) == ["answer"] and kinds(zoe) == ["thread"]
    assert Notice.objects.get(recipient=zoe).reply == first
    moderation.hide(zhou, thread, reason="广告")
    tell_of_news(thread.pk, first.pk)
    assert kinds(zoe) == [], "the thread is hidden"


def test_the_worker_is_called_only_where_somebody_follows(
    make_thread, make_reply, lin, mei, zhou, django_capture_on_commit_callbacks
):
    jobs = ProcrastinateJob.objects.filter(task_name="forum.tasks.tell_news")
    with django_capture_on_commit_callbacks(execute=True):
        thread = make_thread(lin, tags=["阅读"])
        make_reply(thread, mei)
        held = make_thread(lin, state="held")
    assert not jobs.exists()
    set_follow(mei, lin, followed=True), set_follow(mei, thread, followed=True)
    with django_capture_on_commit_callbacks(execute=True):
        other = make_thread(lin)
        first = make_reply(thread, mei)
        make_reply(thread, lin)
        moderation.approve(zhou, held, reason="好")
    told = sorted((job.args["pk"], job.args["first"] or 0) for job in jobs)
    assert told == [(thread.pk, first.pk), (held.pk, 0), (other.pk, 0)], "one job for both replies"


def test_who_follows_a_tag_follows_what_it_is_merged_into(make_thread, lin, mei, zhou):
    make_thread(lin, tags=["读书", "阅读"])
    one, into = Tag.objects.get(name="读书"), Tag.objects.get(name="阅读")
    set_follow(mei, one, followed=True)
    merge_tag(zhou, one, into, reason="同义")
    tell_of_news(make_thread(lin, tags=["阅读"]).pk, None)
    assert kinds(mei) == ["tag"]
    set_follow(mei, into, followed=False)
    assert not Follow.objects.exists()
