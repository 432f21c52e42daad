"""Blocked words found in a text however they are spelt, as far as each word's rule goes."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from forum.models import BlockedWord
from forum.screening.bare import HAN, bare, half_spelled, sounds
from forum.screening.components import taken_apart
from forum.screening.spread import Spread

Reach = BlockedWord.Reach
SOUND_LEAST = 2  # Han characters; one syllable sounds like dozens of innocent ones


class Rule(NamedTuple):
    """A word to look for, what follows when it is found, how far its spelling may go, and where to look."""

    word: str
    level: str
    reach: int = Reach.SPLIT
    scopes: tuple = ()  # none: everywhere


class Hit(NamedTuple):
    """A blocked word in a text: as listed, its level, where it stands in the text as typed, and how it was spelt."""

    word: str
    level: str
    start: int
    end: int
    reach: int = Reach.PLAIN


class Matcher:
    """Finds words in texts; built once for a list of words, then used by any number of threads.

    `words` are Rules or their leading fields, `allowed` phrases in which a word is harmless.
    """

    def __init__(self, words, allowed=()):
        rules = [rule for rule in (Rule(*row) for row in words) if bare(rule.word)]
        self._patterns = list(dict.fromkeys(pattern for rule in rules for pattern in _patterns(rule)))
        self._blocked = AhoCorasick([letters for letters, _rule, _reach in self._patterns])
        self._heard_rules = [rule for rule in rules if _goes_by_sound(rule)]
        self._heard = AhoCorasick([sounds(bare(rule.word)) for rule in self._heard_rules])
        self._allowed = AhoCorasick([letters for phrase in allowed if (letters := bare(phrase))])

    def hits(self, text, scope=None):
        """All hits, leftmost first and of those that begin together the longest first; they may overlap.

        Not counted: a word within an allowed phrase, within a longer Latin word or number, one that only came
        about where one sentence ends and the next begins, and a rule for another ``scope`` (None: any).
        """
        letters = bare(text)
        found = self._blocked.find_matches_as_indexes(letters, overlapping=True)
        heard = self._heard_rules and self._heard.find_matches_as_indexes(sounds(letters), overlapping=True)
        if not found and not heard:
            return []
        spread = Spread(text, letters)
        excused = self._excused(letters)
        met = {}
        for rule, reach, start, end in [*self._seen(spread, found), *self._listened(heard)]:
            wanted = scope is None or not rule.scopes or scope in rule.scopes
            if wanted and not excused(start, end) and spread.is_whole(start, end) and not spread.is_chance(start, end):
                met.setdefault((rule.word, *spread.place(start, end)), (rule, reach))
        hits = [Hit(word, rule.level, *place, reach) for (word, *place), (rule, reach) in met.items()]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end))

    def _seen(self, spread, found):
        """(rule, how it was spelt, start, end) of the matches whose rule goes so far."""
        for number, start, end in found:
            _letters, rule, reach = self._patterns[number]
            reach = max(reach, spread.reach_of(rule.word, start, end)) if reach < Reach.SPLIT else reach
            if reach <= rule.reach:
                yield rule, reach, start, end

    def _listened(self, heard):
        for number, start, end in heard:
            yield self._heard_rules[number], Reach.SOUND, start, end

    def _excused(self, letters):
        """A question: does this stretch of the bare text stand in an allowed phrase?"""
        found = self._allowed.find_matches_as_indexes(letters, overlapping=True)
        safe = sorted((first, last) for _number, first, last in found)
        firsts, reach = [first for first, _last in safe], list(accumulate((last for _first, last in safe), max))

        def stands(start, end):
            before = bisect_right(firsts, start)
            return bool(before) and reach[before - 1] >= end

        return stands


def mask(text, hits):
    """The text with every character of the hits, but spaces, replaced by ＊."""
    characters = list(text)
    for hit in hits:
        for place in range(hit.start, hit.end):
            if not characters[place].isspace():
                characters[place] = "＊"
    return "".join(characters)


def _patterns(rule):
    letters = bare(rule.word)
    yield letters, rule, Reach.PLAIN
    if rule.reach >= Reach.SPLIT:
        for spelling in taken_apart(letters):
            yield bare(spelling), rule, Reach.SPLIT
    if _goes_by_sound(rule):
        for spelling in half_spelled(letters):
            yield spelling, rule, Reach.SOUND


def _goes_by_sound(rule):
    return rule.reach >= Reach.SOUND and sum(one >= HAN for one in bare(rule.word)) >= SOUND_LEAST
