"""改名: old links lead on, the old name is kept, the next change waits, and all that shows the name follows."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.adapter import AccountAdapter
from accounts.models import OldName, User
from forum import limits
from forum.actions.erasing import erase_account
from forum.actions.names import rename
from forum.models import BlockedWord
from forum.rules import Refused
from forum.search import enter_names, find_names
from tests import cast
from tests.unit.config.pagecache.stack import Stack, cookies_of

DOOR = "/name/"


def long_ago():
    OldName.objects.update(changed_at=timezone.now() - limits.RENAME_COOLING - timedelta(days=1))


def test_old_links_and_mentions_lead_on(visitor, make_reply, lin, mei):
    html = make_reply(author=lin, body="问问@阿梅").body_html
    rename(mei, "梅子")
    assert 'href="/people/阿梅/"' in unquote(html)
    answer = visitor.get("/people/阿梅/")
    assert (answer.status_code, unquote(answer["Location"])) == (301, "/people/梅子/")
    assert visitor.get("/people/梅子/").status_code == 200
    assert visitor.get("/feeds/people/阿梅/").status_code == 200
    assert visitor.get("/people/没有这人/").status_code == 404


def test_whatever_shows_the_name_follows_at_once(monkeypatch, client_of, make_thread, make_reply, lin, mei):
    thread = make_thread(mei)
    make_reply(make_thread(lin), mei)
    enter_names()
    stack, reader = Stack(monkeypatch), cookies_of(client_of(lin))
    paths = ("/", thread.get_absolute_url(), mei.replies.get().thread.get_absolute_url(), "/latest/")
    for path in paths:
        assert "阿梅" in stack.get(path).body and "阿梅" in stack.get(path, reader).body
    rename(mei, "梅子")
    for path in paths:
        for cookies in ("", reader):
            assert "梅子" in stack.get(path, cookies).body and "阿梅" not in stack.get(path, cookies).body
    assert [user.username for user in find_names("meizi", 5)[0]] == ["梅子"]


def test_nobody_takes_the_old_name_until_its_time_is_over(lin, mei):
    rename(mei, "梅子")
    for name in ("阿梅", "梅子"):
        with pytest.raises(ValidationError, match="已经有人用了"):
            rename(lin, name)
        with pytest.raises(ValidationError):
            AccountAdapter().clean_username(name)
    OldName.objects.update(kept_until=timezone.now())
    AccountAdapter().clean_username("阿梅")
    rename(lin, "阿梅")
    assert set(OldName.objects.values_list("name", "user__username")) == {("小林", "阿梅")}


def test_the_next_time_waits_and_one_may_return(mei):
    rename(mei, "梅子")
    with pytest.raises(Refused, match="起可以再改"):
        rename(mei, "梅花")
    long_ago()
    rename(mei, "阿梅")
    assert list(OldName.objects.values_list("name", flat=True)) == ["梅子"]


def test_another_case_of_ones_own_name_is_no_double(db, visitor):
    zoe = cast.make_user("zoe")
    rename(zoe, "Zoe")
    assert visitor.get("/people/zoe/")["Location"] == "/people/Zoe/"


@pytest.mark.parametrize("name", ["小林", "版主", "13800138000", "a b", "长" * 11, "老周1", "赌王", "阿梅", ""])
def test_what_nobody_may_be_called_is_refused_and_nothing_is_lost(client_of, lin, mei, zhou, name):
    BlockedWord.objects.create(word="赌王")
    answer = client_of(mei).post(DOOR, {"name": name})
    assert answer.status_code == 422 and "field__error" in answer.content.decode()
    mei.refresh_from_db()
    assert mei.username == "阿梅" and not OldName.objects.exists()


def test_the_muted_keep_their_name(jia):
    with pytest.raises(Refused):
        rename(jia, "小甲")


def test_the_door_says_when_it_may_be_done_again(client_of, mei):
    browser = client_of(mei)
    assert unquote(browser.post(DOOR, {"name": "梅子"})["Location"]) == "/people/梅子/"
    page = browser.get(DOOR).content.decode()
    again = timezone.localtime(OldName.objects.get().changed_at + limits.RENAME_COOLING)
    assert f"{again:%Y-%m-%d} 起可以再改" in page and 'name="name"' not in page
    assert browser.post(DOOR, {"name": "梅花"}).status_code == 403


def test_with_its_account_an_old_name_goes_but_stays_kept_from_others(mei):
    rename(mei, "梅子")
    User.objects.filter(pk=mei.pk).update(closing_at=timezone.now())
    assert erase_account(mei.pk)
    assert not OldName.objects.exists()
    for name in ("阿梅", "梅子"):
        with pytest.raises(ValidationError, match="已经有人用了"):
            AccountAdapter().clean_username(name)
