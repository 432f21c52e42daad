"""Leaving: days of grace, then the name is gone from every output, and what others are judged by still stands."""

from datetime import timedelta
from io import StringIO
from urllib.parse import quote

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db.models import CASCADE
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.adapter import AccountAdapter
from accounts.models import FreedName, User
from forum import limits
from forum.actions import moderation
from forum.actions.appeals import appeal
from forum.actions.closing import close_account, keep_account
from forum.actions.counters import recount
from forum.actions.erasing import erase_account, erase_due_accounts
from forum.actions.marks import set_favourite, set_like
from forum.actions.parcels import ask_for_parcel, make_parcel
from forum.actions.people import mute
from forum.actions.replies import post_reply
from forum.actions.reports import report
from forum.actions.series import keep_series
from forum.actions.threads import edit_thread
from forum.models import Block, Decision, Follow, Origin, Parcel, Reply, Report, Revision, Sanction, State, Thread
from forum.rules import Refused
from forum.search import enter_names
from tests.attack.test_hidden_words import map_file
from tests.cast import PASSWORD, make_moderator, make_passkey, make_user

pytestmark = pytest.mark.django_db
NAME = "骑狼的羊"
GONE = "已注销用户"
MAIL = "yang@private.example"


@pytest.fixture(autouse=True)
def elsewhere(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def yang(db, client_of):
    """骑狼的羊, who will leave."""
    user = make_user(NAME, email=MAIL, bio="爱骑狼", phone="+8613800138000", phone_verified=True)
    client_of(user)
    return user


@pytest.fixture
def lived(yang, mei, zhou, make_thread, make_reply):
    """The threads in which something of 骑狼的羊's stands, with all that goes along."""
    own = make_thread(yang, title="羊的文章", body="正文，@骑狼的羊 自己也提一句", tags=["阅读"])
    edit_thread(yang, own, title="羊的文章", body="正文二", category=own.category, tags=["阅读"])
    make_thread(yang, title="草稿一篇", state="draft")
    root = make_reply(own, yang, "羊说第一句")
    nested = make_reply(own, yang, "羊说第二句", parent=root)
    make_reply(own, mei, f"@{NAME}说得好，＠{NAME} 再说一句", parent=nested)
    other = make_thread(mei, title="梅的文章", body=f"谢谢 @{NAME}。", tags=["阅读"])
    edit_thread(mei, other, title="梅的文章", body=f"多谢 @{NAME}。", category=other.category, tags=["阅读"])
    bad = make_reply(other, yang, "羊的坏话")
    report(mei, bad, reason="attack"), moderation.hide(zhou, bad, reason="人身攻击")
    appeal(yang, Decision.objects.get(reply=bad), "不算坏话")
    report(yang, other, reason="spam", note="像广告")
    set_like(yang, other, liked=True), set_favourite(yang, other, favourited=True)
    set_like(yang, own.replies.get(author=mei), liked=True)
    keep_series(yang, title="羊的系列", about="", threads=[own])
    mute(zhou, yang, days=3, reason="刷屏")
    make_passkey(yang)
    make_parcel(ask_for_parcel(yang).pk)
    Follow.objects.create(user=mei, person=yang), Block.objects.create(user=mei, person=yang)
    Follow.objects.create(user=yang, thread=other), Block.objects.create(user=yang, person=mei)
    enter_names()
    return own, other


def leave(user):
    """Ask, and let the days of grace pass."""
    close_account(user)
    User.objects.filter(pk=user.pk).update(closing_at=timezone.now() - timedelta(minutes=1))
    assert erase_due_accounts() == 1


def places(own, other):
    for thread in (own, other):
        at = reverse("thread", args=[thread.pk])
        yield from (at, f"{at}?sort=newest", f"{at}?sort=hot", f"{at}?author", map_file(thread))
        yield from (f"/feeds/threads/{thread.pk}/{form}" for form in ("", "rss/", "json/"))
        yield reverse("share-picture", args=[thread.pk])
        yield from (reverse("reply", args=[reply.pk]) for reply in thread.replies.all())
    for path in ("feeds/latest/", "feeds/categories/product/", "feeds/tags/阅读/", "feeds/people/阿梅/"):
        yield from (f"/{path}{form}" for form in ("", "rss/", "json/"))
    yield from ("/", "/?sort=hot", "/latest/", "/charts/day/", "/tags/", "/tags/阅读/", "/categories/product/")
    yield from (
        "/threads/unanswered/",
        "/people/阿梅/",
        "/people/阿梅/?replies",
        "/sitemap.xml",
        "/sitemap-shelves.xml",
    )
    for words in ("文章", "说第一句", "说得好", "多谢", "坏话"):
        yield from (f"/search/?q={words}", f"/feeds/search/?q={words}", f"/feeds/search/json/?q={words}")


def test_no_output_says_the_name_to_anybody(lived, yang, mei, zhou, visitor, client_of):
    pages = list(places(*lived))
    before = "".join(visitor.get(place).content.decode(errors="replace") for place in pages)
    assert NAME in before
    leave(yang)
    for person, browser in (("visitor", visitor), ("mei", client_of(mei)), ("zhou", client_of(zhou))):
        for place in pages:
            answer = browser.get(place)
            page = answer.content.decode(errors="replace")
            assert answer.status_code < 500, place
            assert NAME not in page and quote(NAME) not in page and MAIL not in page, f"{person}: {place}"
    page = visitor.get(reverse("thread", args=[lived[0].pk])).content.decode()
    assert f'"name":"{GONE}"' in page and f"@{GONE}" in page and "羊说第一句" in page
    assert GONE in visitor.get("/").content.decode()
    for door in (f"/people/{NAME}/", f"/feeds/people/{NAME}/"):
        assert visitor.get(door).status_code == 404
    assert "/people/" not in visitor.get(f"/search/?q={NAME}").content.decode().partition("<main")[2]
    found = client_of(mei).get(reverse("edit-thread", args=[lived[1].pk])).content.decode()
    assert NAME not in found and f"@{GONE}" in found, "nor the editor of whoever had called them"


def test_nothing_of_the_person_is_left_in_their_rows(lived, yang):
    parcel = Parcel.objects.get().path
    leave(yang)
    yang.refresh_from_db()
    assert (yang.email, yang.phone, yang.bio, yang.last_login, yang.is_active) == ("", "", "", None, False)
    assert not yang.has_usable_password() and NAME not in (yang.username, yang.folded_name)
    for noun in (EmailAddress, Authenticator, UserSession, Parcel):
        assert not noun.objects.filter(user=yang).exists(), noun
    for relation in User._meta.get_fields(include_hidden=True):
        if getattr(relation, "on_delete", None) is CASCADE and relation.related_model not in (Report, LogEntry):
            left = relation.related_model._base_manager.filter(**{relation.field.name: yang})
            assert not left.exists(), relation.related_model
    assert not Thread.objects.filter(author=yang).exists() and not Reply.objects.filter(author=yang).exists()
    assert not Thread.objects.filter(title="草稿一篇").exists()
    mine = Reply.objects.filter(body__startswith="羊说").values("pk")
    assert not Origin.objects.filter(reply__in=mine).exists()
    assert not Revision.objects.filter(body__contains=NAME).exists()
    assert not parcel.exists()


def test_what_others_are_judged_by_still_stands(lived, yang, zhou):
    decisions = list(Decision.objects.order_by("number").values_list("digest", flat=True))
    leave(yang)
    assert list(Decision.objects.order_by("number").values_list("digest", flat=True)) == decisions
    call_command("verify_decisions", stdout=StringIO())
    assert Sanction.objects.filter(user=yang).exists() and yang.appeals.exists()
    assert Report.objects.filter(reporter=yang).exists()
    hidden = Reply.objects.get(body="羊的坏话")
    assert hidden.state == State.HIDDEN
    moderation.restore(zhou, hidden, reason="误判")


def test_counters_say_what_the_rows_say(lived, yang):
    leave(yang)
    assert recount() == []


def test_grace_ends_every_session_stills_and_can_be_taken_back(
    yang, make_thread, mailoutbox, django_capture_on_commit_callbacks
):
    other, phone = Client(), Client()
    for browser in (other, phone):
        browser.post("/accounts/login/", {"login": NAME, "password": PASSWORD})
        assert browser.get("/parcels/").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        close_account(yang)
    for browser in (other, phone):
        assert "/accounts/login/" in browser.get("/parcels/")["Location"]
    assert mailoutbox[-1].to == [MAIL] and "保留账号" in mailoutbox[-1].body
    Sanction.objects.all().update(lifted_at=timezone.now())
    yang.refresh_from_db()
    with pytest.raises(Refused, match="正在注销"):
        post_reply(yang, make_thread(), "再说一句", origin=Origin(ip=None))
    assert erase_due_accounts() == 0, "not yet"
    with pytest.raises(Refused, match="已经在注销"):
        close_account(yang)
    keep_account(yang)
    yang.refresh_from_db()
    assert yang.closing_at is None
    assert not erase_account(yang.pk)
    with pytest.raises(Refused):
        keep_account(yang)


def test_whoever_signs_in_again_is_led_to_where_it_can_be_kept(yang, client, client_of):
    close_account(yang)
    answer = client.post("/accounts/login/", {"login": NAME, "password": PASSWORD, "next": "/threads/write/"})
    assert answer["Location"] == "/closing/"
    assert "保留账号" in client.get("/closing/").content.decode()
    assert client.post("/closing/", {"keep": "yes"})["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/closing/", {"keep": "yes"})
    yang.refresh_from_db()
    assert yang.closing_at is None


def test_whoever_writes_meanwhile_is_told_why_not_and_led_to_where_it_can_be_kept(yang, client_of, make_thread):
    User.objects.filter(pk=yang.pk).update(closing_at=timezone.now() + timedelta(days=3))
    thread, browser = make_thread(), client_of(yang)
    for headers in ({}, {"HX-Request": "true"}):
        answer = browser.post(f"/threads/{thread.pk}/replies/", {"body": "再说一句"}, headers=headers)
        page = answer.content.decode()
        assert answer.status_code == 403 and "账号正在注销。想继续发言，请先保留账号" in page
        assert 'href="/closing/"' in page
    page = browser.post(f"/threads/{thread.pk}/replies/", {"body": "再说一句"}).content.decode()
    assert "再说一句" in page, "nothing typed is lost"
    assert not thread.replies.exists()


def test_after_the_last_day_nobody_signs_in_and_the_name_waits(yang, client):
    leave(yang)
    assert client.post("/accounts/login/", {"login": NAME, "password": PASSWORD}).status_code == 200
    assert client.post("/accounts/login/", {"login": MAIL, "password": PASSWORD}).status_code == 200
    with pytest.raises(ValidationError):
        AccountAdapter().clean_username("騎狼的羊")
    assert NAME not in str(FreedName.objects.values())
    FreedName.objects.update(free_at=timezone.now() - timedelta(days=1))
    assert AccountAdapter().clean_username(NAME) == NAME


def test_erasing_twice_and_two_who_left_do_no_harm(yang, mei):
    leave(yang)
    assert not erase_account(yang.pk)
    leave(mei)
    assert erase_due_accounts() == 0


def test_the_last_who_runs_the_site_stays(db):
    boss = User.objects.create_superuser("站长", "boss@example.org", PASSWORD)
    with pytest.raises(Refused, match="最后一位"):
        close_account(boss)
    helper = make_moderator("帮手", "管理员")
    close_account(boss)
    with pytest.raises(Refused, match="最后一位"):
        close_account(helper)


def test_a_letter_that_cannot_be_sent_undoes_nothing(yang, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr("forum.actions.closing.send_mail", lambda *_words: 1 // 0)
    with django_capture_on_commit_callbacks(execute=True):
        close_account(yang)
    assert User.objects.get(pk=yang.pk).closing_at > timezone.now() + limits.CLOSING_GRACE - timedelta(hours=1)
