"""Blocked words found in a text however they are spelt: by width, script, case, spacing, signs between."""

import re
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from forum.chinese import fold, fold_with_map

# Marks, spaces, signs and emoji that stand between the characters of a word to hide it (加·微✖信).
_BETWEEN = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[。！？!?；;]")

# Characters nobody writes for their own sake in these words. 徽 is not one of them: 安徽信息.
_DISGUISES = {"薇": "微", "溦": "微", "伩": "信", "菠": "博", "婊": "表"}


class Hit(NamedTuple):
    """A blocked word in a text: the word as listed, its level, and where it stands in the text as typed."""

    word: str
    level: str
    start: int
    end: int


class Matcher:
    """Finds words in texts; built once for a list of words, then used by any number of threads.

    `words` are (word, level) pairs, `allowed` phrases in which a word is harmless.
    """

    def __init__(self, words, allowed=()):
        self._words = [(word, level, bare) for word, level in words if (bare := _bare(word))]
        self._blocked = AhoCorasick([bare for _, _, bare in self._words])
        self._allowed = AhoCorasick([bare for phrase in allowed if (bare := _bare(phrase))])

    def hits(self, text):
        """All hits, leftmost first and of those that begin together the longest first; they may overlap.

        Not counted: a word within an allowed phrase, within a longer Latin word or number, or one that only
        came about where one sentence ends and the next begins.
        """
        found = self._blocked.find_matches_as_indexes(_bare(text), overlapping=True)
        if not found:
            return []
        spread = _Spread(text)
        found_safe = self._allowed.find_matches_as_indexes(spread.bare, overlapping=True)
        safe = sorted((first, last) for _, first, last in found_safe)
        firsts, reach = [first for first, _ in safe], list(accumulate((last for _, last in safe), max))
        hits = []
        for number, start, end in found:
            before = bisect_right(firsts, start)
            excused = before and reach[before - 1] >= end
            if not excused and spread.is_whole(start, end) and not spread.is_chance(start, end):
                word, level, _ = self._words[number]
                hits.append(Hit(word, level, *spread.place(start, end)))
        return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def mask(text, hits):
    """The text with every character of the hits, but spaces, replaced by ＊."""
    characters = list(text)
    for hit in hits:
        for place in range(hit.start, hit.end):
            if not characters[place].isspace():
                characters[place] = "＊"
    return "".join(characters)


def _bare(text):
    return _undisguised(_BETWEEN.sub("", fold(text)))


def _undisguised(text):
    for disguise, meant in _DISGUISES.items():
        text = text.replace(disguise, meant)
    return text


class _Spread:
    """A text and its bare form, and the way back. Made for texts with hits only."""

    def __init__(self, text):
        self.folded, self.offsets = fold_with_map(text)
        self.kept = [place for run in re.finditer(r"[^\W_]+", self.folded) for place in range(*run.span())]
        self.bare = _undisguised("".join(self.folded[place] for place in self.kept))

    def place(self, start, end):
        """Where a stretch of the bare text stands in the text as typed."""
        last = self.kept[end - 1]
        first = self.offsets[self.kept[start]]
        return first, max(self.offsets[last + 1], self.offsets[last] + 1)

    def is_whole(self, start, end):
        """Whether no Latin word or number is cut in two at either end: `ass` in `class` is not a word."""
        return not (self._joins(start - 1, start) or self._joins(end - 1, end))

    def is_chance(self, start, end):
        """Whether the word is broken once only, by the end of a sentence: 增加。微信 is not 加微信."""
        places = self.kept[start:end]
        gaps = [(one + 1, other) for one, other in pairwise(places) if other > one + 1]
        return len(gaps) == 1 and _SENTENCE_END.search(self.folded, *gaps[0]) is not None

    def _joins(self, one, other):
        if one < 0 or other >= len(self.bare) or self.kept[other] != self.kept[one] + 1:
            return False
        pair = self.bare[one] + self.bare[other]
        return pair.isascii() and (pair.isalpha() or pair.isdigit())
