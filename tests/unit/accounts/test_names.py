import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from accounts.adapter import AccountAdapter
from accounts.models import User
from accounts.names import check_kept, check_shape, folded, width


@pytest.mark.parametrize("name", ["骑狼的羊", "木", "ab", "San_Mao-2", "一二三四五六七八九十", "a" * 20, "𠮷野"])
def test_names_people_have_are_good(name):
    check_shape(name)


@pytest.mark.parametrize(
    "name", ["", "a", "a" * 21, "一二三四五六七八九十甲", "阿 梅", "a@b", "名字!", "--", "＿", "é", "ａｂ"]
)
def test_other_names_are_refused(name):
    with pytest.raises(ValidationError):
        check_shape(name)


def test_a_han_character_is_two_wide():
    assert width("木a") == 3


@pytest.mark.parametrize("name", ["管理员", "超级管理員", "admin", "Adm1n", "ROOT", "本站官方", "版主", "跟帖"])
@pytest.mark.django_db
def test_names_that_would_pass_for_the_site_are_kept(name):
    with pytest.raises(ValidationError, match="本站"):
        check_kept(name)


@pytest.mark.parametrize("name", ["小林", "adminton", "rooted", "modern", "系统工程师", "跟贴君"])
@pytest.mark.django_db
def test_names_that_only_look_a_little_like_it_are_free(name):
    check_kept(name)


@pytest.mark.parametrize(("one", "other"), [("小林", "小林"), ("SanMao", "sanmao"), ("林风", "林風"), ("l0l", "lol")])
def test_what_a_reader_takes_for_one_name_is_one(one, other):
    assert folded(one) == folded(other)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(name):
    assert folded(folded(name)) == folded(name)


def test_the_fold_follows_the_name(db):
    user = User.objects.create_user("SanMao")
    user.username = "林風"
    user.save()
    assert User.objects.get(folded_name=folded("林风")) == user


@pytest.mark.parametrize("name", ["老周1", "老-周", "_老周_", "老周2026"])
def test_nobody_signs_up_as_a_staff_members_double(zhou, name):
    with pytest.raises(ValidationError, match="老周"):
        AccountAdapter().clean_username(name)


def test_other_members_names_may_be_alike(mei, zhou):
    assert AccountAdapter().clean_username("阿梅1") == "阿梅1"
    assert AccountAdapter().clean_username("老周末") == "老周末"
    assert AccountAdapter().clean_username("2026") == "2026"
