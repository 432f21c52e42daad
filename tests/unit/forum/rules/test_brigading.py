"""What is unusual about who speaks: formulas over numbers. Everyday talk raises nothing, each kind what it is for."""

import random
from collections import Counter

import pytest

from forum import limits
from forum.models import Signal
from forum.rules import Talk, signs_of

Kind = Signal.Kind
# Roughly how a Chinese site is spread: shares in percent, invented.
SITE = {
    "广东": 14, "北京": 12, "浙江": 11, "上海": 10, "江苏": 9, "四川": 7, "山东": 5, "湖北": 5, "河南": 4, "福建": 4,
    "湖南": 4, "陕西": 3, "安徽": 3, "重庆": 3, "河北": 2, "辽宁": 2, "美国": 1, "日本": 1,
}  # fmt: skip
ELSEWHERE = Counter({region: 10 * share for region, share in SITE.items()})
STEADY = [6, 9, 4, 7, 8, 5, 9, 6, 7]


def drawn(people, seed, weights=SITE):
    """So many people drawn from the site's regions."""
    return Counter(random.Random(seed).choices(list(weights), list(weights.values()), k=people))


def talk(**about):
    usual = {
        "times": STEADY, "loud": 12, "people": 40, "young": 4, "places": drawn(40, 1), "people_elsewhere": 1000,
        "young_elsewhere": 120, "places_elsewhere": ELSEWHERE,
    }  # fmt: skip
    return Talk(**usual | about)


def test_a_normal_busy_thread_raises_nothing():
    assert signs_of(talk()) == {}
    assert signs_of(talk(times=[20, 30, 25, 40, 35, 30, 45, 60, 70], loud=50)) == {}, "it grows, as discussions do"


@pytest.mark.parametrize("people", [20, 25, 40, 80, 300])
def test_people_drawn_from_the_site_hardly_ever_look_unusual(people):
    raised = 0
    for seed in range(400):
        dice = random.Random(seed)
        young = sum(dice.random() < 0.12 for _one in range(people))
        raised += bool(signs_of(talk(people=people, places=drawn(people, seed), young=young)))
    assert raised <= 400 * limits.SIGNAL_CHANCE


@pytest.mark.parametrize(
    ("times", "loud", "raised"),
    [
        ([*STEADY, 40], 15, True),
        ([*STEADY, 26], 15, False),  # not three times the busiest before
        ([*STEADY, 40], 9, False),  # two friends chatting
        ([0] * 9 + [19], 15, False),
        ([0] * 9 + [20], 15, True),
        ([0] * 5 + [60], 30, False),  # just published
        ([60], 30, False),
        ([], 0, False),
    ],
)
def test_a_burst(times, loud, raised):
    assert (Kind.BURST in signs_of(talk(times=times or [0], loud=loud))) == raised


@pytest.mark.parametrize(
    ("people", "young", "usual", "raised"),
    [
        (30, 25, 120, True),
        (30, 16, 120, True),
        (30, 14, 120, False),  # not half of them
        (12, 12, 120, False),  # too few to say anything
        (30, 25, 900, False),  # the house has just opened
        (30, 30, 1000, False),
    ],
)
def test_new_accounts(people, young, usual, raised):
    seen = signs_of(talk(people=people, young=young, young_elsewhere=usual, places=drawn(people, 1)))
    assert (Kind.NEWCOMERS in seen) == raised


@pytest.mark.parametrize(
    ("places", "raised"),
    [
        (Counter(四川=30), True),
        (Counter(缅甸=28, 广东=6, 北京=6), True),
        (Counter(四川=12), False),  # too few to say anything
        (drawn(60, 3), False),
    ],
)
def test_an_unusual_spread_of_regions(places, raised):
    seen = signs_of(talk(people=places.total(), places=places))
    assert (Kind.REGIONS in seen) == raised
    if raised:
        assert seen[Kind.REGIONS]["places"] == dict(places)


def test_a_site_too_small_to_compare_with_says_nothing():
    few = {"people_elsewhere": 20, "young_elsewhere": 1, "places_elsewhere": Counter(北京=20)}
    assert signs_of(talk(people=30, young=30, places=Counter(四川=30), **few)) == {}
    none = {"people_elsewhere": 0, "young_elsewhere": 0, "places_elsewhere": Counter()}
    assert signs_of(talk(people=30, young=30, places=Counter(四川=30), **none)) == {}


def test_the_same_numbers_give_the_same_answer():
    unusual = talk(times=[*STEADY, 40], young=30, places=Counter(四川=40))
    assert signs_of(unusual) == signs_of(unusual)
    assert set(signs_of(unusual)) == set(Kind)
