"""What is unusual about who speaks under a thread: three formulas over numbers, and nothing but a signal follows.

Nobody is judged by them: a burst may be good news, a region what the article is about. Moderators look.
"""

from collections import Counter
from math import log, sqrt
from typing import NamedTuple

from forum import limits
from forum.models import Signal


class Talk(NamedTuple):
    """What was counted about one thread lately, and about all others to compare it with.

    People are counted once each. ``young`` are those with a new account, ``places`` the regions they wrote from.
    """

    times: list  # replies in stretches of limits.BURST_WITHIN, the newest last
    loud: int  # people who wrote the newest of these
    people: int
    young: int
    places: Counter
    people_elsewhere: int
    young_elsewhere: int
    places_elsewhere: Counter


def signs_of(talk):
    """``{Signal.Kind: its facts}``: what is unusual about this Talk; mostly nothing."""
    found = {Signal.Kind.BURST: burst(talk), Signal.Kind.NEWCOMERS: newcomers(talk), Signal.Kind.REGIONS: regions(talk)}
    return {kind: facts for kind, facts in found.items() if facts}


def burst(talk):
    """Facts, or None: at least BURST_LEAST replies by BURST_PEOPLE people in the newest stretch, and BURST_TIMES as
    many as in the busiest one before. Before BURST_KNOWN stretches nothing is usual yet: an article has just begun."""
    *before, newest = talk.times
    if newest < limits.BURST_LEAST or talk.loud < limits.BURST_PEOPLE or len(before) < limits.BURST_KNOWN:
        return None
    if newest < limits.BURST_TIMES * max(*before, 1):
        return None
    return {"times": talk.times[-limits.BURST_DRAWN :], "people": talk.loud, "busiest": max(before)}


def newcomers(talk):
    """Facts, or None: a share s of NEWCOMERS_SHARE at least has a new account, and more than chance explains where a
    share u of those who write elsewhere has one (in a house that has just opened everybody is new):

        s − u > √(ln(1 / CHANCE) / 2n)        n people; Hoeffding's inequality
    """
    if not _can_be_compared(talk):
        return None
    share, usual = talk.young / talk.people, talk.young_elsewhere / talk.people_elsewhere
    if share < limits.NEWCOMERS_SHARE or share - usual <= _chance(talk.people):
        return None
    return {"young": talk.young, "people": talk.people, "usual": round(usual, 3)}


def regions(talk):
    """Facts, or None: the shares p of the regions here are farther from the shares q elsewhere than chance explains:

        D = ½ Σ |p − q|  >  ½ Σ √(q (1 − q) / n) + √(ln(1 / CHANCE) / 2n)        n people with a region

    The first term is no less than what D is on average for n people drawn from elsewhere (Jensen), the second how far
    it strays from that with probability CHANCE at most (McDiarmid: one person moves D by 1/n at most).
    """
    here, there = talk.places.total(), talk.places_elsewhere.total()
    if not _can_be_compared(talk) or here < limits.SPREAD_PEOPLE or not there:
        return None
    usual = {region: many / there for region, many in talk.places_elsewhere.items()}
    everywhere = talk.places.keys() | usual.keys()
    distance = sum(abs(talk.places[region] / here - usual.get(region, 0)) for region in everywhere) / 2
    expected = sum(sqrt(share * (1 - share) / here) for share in usual.values()) / 2
    if distance <= expected + _chance(here):
        return None
    shares = {region: round(usual.get(region, 0), 3) for region in talk.places}
    return {"places": dict(talk.places), "usual": shares, "distance": round(distance, 3)}


def _can_be_compared(talk):
    return talk.people >= limits.SPREAD_PEOPLE and talk.people_elsewhere >= limits.ELSEWHERE_PEOPLE


def _chance(people):
    return sqrt(log(1 / limits.SIGNAL_CHANCE) / (2 * people))
