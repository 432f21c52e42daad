import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.chinese import folded_name


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("小林", "小 林"),
        ("骑狼的羊", "騎狼的羊"),
        ("admin", "Adm1n"),
        ("admin", "\u0430dmin"),
        ("Lin", "ｌｉｎ"),
        ("力哥", "\u30ab哥"),
    ],
)
def test_names_the_eye_confuses_are_one(name, other):
    assert folded_name(name) == folded_name(other)


def test_names_people_tell_apart_are_two():
    names = ["小林", "小木", "阿梅", "老周", "mei", "mel2", "lin_a", "lina"]
    assert len(set(map(folded_name, names))) == len(names)


@given(st.text())
def test_folding_a_name_twice_changes_nothing(name):
    assert folded_name(folded_name(name)) == folded_name(name)
