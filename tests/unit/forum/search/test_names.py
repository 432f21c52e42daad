"""Members and tags by their names, by pinyin and by initials; titles too."""

import pytest
from django.contrib.auth.models import AnonymousUser

from forum.models import NameEntry, Tag
from forum.search import enter_names, find_names, search

pytestmark = pytest.mark.django_db


def names(words):
    people, tags = find_names(words, 5)
    return [person.username for person in people] + [f"#{tag.name}" for tag in tags]


@pytest.mark.parametrize("typed", ["阿梅", "梅", "amei", "ame", "am", "AMEI", "阿 梅"])
def test_a_member_is_found_by_a_piece_of_the_name_and_by_its_sound(mei, typed):
    enter_names()
    assert names(typed) == ["阿梅"]


@pytest.mark.parametrize("typed", ["支付宝", "付宝", "支付寶", "zhifubao", "zfb", "fubao"])
def test_a_tag_is_found_likewise(typed):
    Tag.objects.create(name="支付宝", folded="支付宝")
    enter_names()
    assert names(typed) == ["#支付宝"]


def test_a_name_that_is_no_longer_used_finds_nobody(mei):
    enter_names()
    mei.username = "阿兰"
    mei.save()
    assert names("阿梅") == []
    assert enter_names() == 1
    assert names("阿兰") == ["阿兰"]
    mei.is_active = False
    mei.save()
    assert names("阿兰") == []


def test_names_are_entered_once(mei):
    assert enter_names() >= 1
    assert enter_names() == 0
    assert NameEntry.objects.filter(user=mei).count() == 1


@pytest.mark.parametrize("typed", ["", " ", "'", "\\", "%", "_", "x" * 300, "无此人", "{a,b}"])
def test_no_name_is_too_strange(mei, typed):
    enter_names()
    assert names(typed) == []


@pytest.mark.parametrize("typed", ["zhifubao", "zfb", "ZhiFuBao", "zfb 用意", "shejiaohua"])
def test_a_title_is_found_by_its_sound(make_thread, typed):
    thread = make_thread(title="支付寶社交化的用意何在", body="无关")
    hits = search(typed, AnonymousUser()).hits
    assert [hit.thread for hit in hits] == [thread]
    assert "<mark>" in hits[0].title


def test_what_a_title_sounds_like_is_looked_for_in_texts_too(make_thread, make_reply):
    thread = make_thread(title="支付宝", body="无关")
    reply = make_reply(thread, body="我也用支付宝")
    assert {hit.reply or hit.thread for hit in search("zhifubao", AnonymousUser()).hits} == {thread, reply}


def test_letters_written_so_come_before_what_sounds_so(make_thread):
    make_thread(title="支付宝", body="无关")
    written = make_thread(title="zfb 是什么", body="无关")
    make_thread(title="支付宝之二", body="无关")
    assert search("zfb", AnonymousUser()).hits[0].thread == written
