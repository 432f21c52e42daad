"""The few tables that are edited directly: words by moderators, shelves by whoever may."""

import pytest
from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _

from accounts.models import User
from forum.chinese import fold
from forum.models import BlockedWord, Category, Tag
from tests.cast import make_category

WORDS, TAGS, SHELVES = "/admin/forum/blockedword/", "/admin/forum/tag/", "/admin/forum/category/"


@pytest.fixture
def desk(zhou, client_of):
    return client_of(zhou)


@pytest.fixture
def office(client_of):
    return client_of(User.objects.create_superuser("站长", "operator@example.org", "x"))


def test_moderators_keep_the_blocked_words(desk):
    desk.post(f"{WORDS}add/", {"word": "加微信", "level": "hold", "note": "广告", "is_active": "on"})
    word = BlockedWord.objects.get()
    desk.post(f"{WORDS}{word.pk}/change/", {"word": "加微信", "level": "refuse", "note": "", "is_active": "on"})
    word.refresh_from_db()
    assert word.level == "refuse"
    assert "加微信" in desk.get(WORDS).content.decode()
    assert _("This cannot be undone.") in desk.get(f"{WORDS}{word.pk}/delete/").content.decode()
    desk.post(f"{WORDS}{word.pk}/delete/", {"post": "yes"})
    assert not BlockedWord.objects.exists()


def test_several_words_are_removed_after_a_question(desk):
    words = [BlockedWord.objects.create(word=word) for word in ("甲", "乙")]
    chosen = {"action": "delete_selected", "_selected_action": [word.pk for word in words]}
    assert _("This cannot be undone.") in desk.post(WORDS, chosen | {"index": "0"}).content.decode()
    desk.post(WORDS, chosen | {"post": "yes"})
    assert not BlockedWord.objects.exists()


def test_a_word_twice_is_said_and_kept_in_the_form(desk):
    BlockedWord.objects.create(word="加微信")
    page = desk.post(f"{WORDS}add/", {"word": "加微信", "level": "hold"}).content.decode()
    assert "field__error" in page
    assert 'value="加微信"' in page


def test_a_tag_is_renamed_with_its_folded_form(desk):
    tag = Tag.objects.create(name="增长", folded=fold("增长"))
    desk.post(f"{TAGS}{tag.pk}/change/", {"name": "ＡＩ增长"})
    tag.refresh_from_db()
    assert (tag.name, tag.folded) == ("ＡＩ增长", fold("AI增长"))


def test_two_tags_cannot_fold_alike(desk):
    Tag.objects.create(name="iOS", folded=fold("iOS"))
    tag = Tag.objects.create(name="苹果", folded=fold("苹果"))
    answer = desk.post(f"{TAGS}{tag.pk}/change/", {"name": "ＩＯＳ"})
    assert _("There is a tag like this already") in answer.content.decode()


def test_shelves_belong_to_the_operator(desk, office):
    shelf = make_category()
    assert desk.get(SHELVES).status_code == 200
    assert desk.post(f"{SHELVES}add/", {"name": "新", "slug": "new", "position": "1"}).status_code == 403
    assert desk.post(f"{SHELVES}{shelf.pk}/change/", {"name": "改"}).status_code == 403
    office.post(f"{SHELVES}add/", {"name": "新", "slug": "new", "position": "1"})
    assert Category.objects.filter(slug="new").exists()


def test_a_shelf_with_threads_on_it_cannot_be_removed(office, make_thread):
    shelf = make_thread().category
    asked = office.get(f"{SHELVES}{shelf.pk}/delete/").content.decode()
    assert _("This cannot be removed while something stands on it:") in asked
    office.post(f"{SHELVES}{shelf.pk}/delete/", {"post": "yes"})
    assert Category.objects.filter(pk=shelf.pk).exists()


@pytest.mark.parametrize("path", [f"{WORDS}add/", f"{SHELVES}add/", f"{TAGS}add/", "/admin/auth/group/add/"])
def test_forms_are_ours(office, path):
    page = office.get(path).content.decode()
    assert "jsi18n" not in page
    assert "field" in page


def test_groups_are_the_operators(desk, office):
    assert desk.get("/admin/auth/group/").status_code == 403
    assert "版主" in office.get("/admin/auth/group/").content.decode()


def test_rights_that_are_not_offered_stay_as_they_are(zhou, office):
    group = zhou.groups.get()
    offered = Permission.objects.get(codename="moderate")
    answer = office.post(f"/admin/auth/group/{group.pk}/change/", {"name": group.name, "permissions": [offered.pk]})
    assert answer.status_code == 302
    held = set(group.permissions.values_list("codename", flat=True))
    assert held == {"moderate", "view_blockedword", "view_tag", "view_tradeword"}
