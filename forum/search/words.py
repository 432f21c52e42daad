"""Text → words. The same reading serves indexing and asking, so what was written can always be asked for.

A text is read twice over. As *grams*: each Han character and each pair of neighbours, which find any word,
known or not, as surely as LIKE does. And as *words*, by jieba, which say what the text is about: they rank.
Both are lexemes at the same positions; a position where jieba saw the word carries the higher weight.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from forum.chinese import fold
from forum.search.dictionary import tokenizer

_HAN = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # and kana
UNIT = re.compile(rf"([{_HAN}])|(?:(?![{_HAN}_])\w)+[+#]*")
_PART = re.compile(r"\d+|[^\W\d]+")
_LONGEST = 64  # characters of one lexeme; PostgreSQL takes 2,046 bytes


class Lexeme(NamedTuple):
    """A searchable string, the unit it begins at, and whether jieba calls it a word."""

    text: str
    place: int
    is_word: bool


def segment(text):
    """The words of a text in order, folded: 支付寶社交化 → 支付宝, 社交化. Marks and spaces are left out."""
    reading = Reading(fold(text))
    return [reading.text_of(first, last) for first, last in reading.words()]


def quoted(lexeme):
    """The lexeme as tsvector and tsquery literals write it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


class Reading:
    """A folded text cut into units: single Han characters, and Latin words or numbers."""

    def __init__(self, folded):
        self.folded = folded
        matches = list(UNIT.finditer(folded))
        self.units = [match.span() for match in matches]
        self._is_han = [match[1] is not None for match in matches]
        self._starts = {start: place for place, (start, _) in enumerate(self.units)}
        self._ends = {end: place for place, (_, end) in enumerate(self.units)}

    def words(self, overlapping=False):
        """jieba's words as (first unit, last unit); `overlapping` adds shorter words in longer ones."""
        cut = tokenizer().tokenize(self.folded, mode="search" if overlapping else "default")
        spans = [(self._starts.get(start), self._ends.get(end)) for _, start, end in cut]
        whole = [(first, last) for first, last in spans if first is not None and last is not None]
        # What jieba cuts otherwise than we do (é, v2.0) still counts, unit by unit.
        told = {place for first, last in whole for place in range(first, last + 1)}
        return sorted(whole + [(place, place) for place in range(len(self.units)) if place not in told])

    def text_of(self, first, last):
        """What stands between two units, both included, as a lexeme."""
        return self.folded[self.units[first][0] : self.units[last][1]][:_LONGEST]

    def lexemes(self):
        """What is indexed: grams, jieba's words, the letters and digits of mixed ones (iphone15); as plain tuples
        (text, place, whether it is a word), since a reply has hundreds."""
        folded, units, is_han = self.folded, self.units, self._is_han
        found = [(folded[start:end][:_LONGEST], place, not is_han[place]) for place, (start, end) in enumerate(units)]
        found += [
            (folded[start : start + 2], place, False)
            for place, ((start, end), (following, _end)) in enumerate(pairwise(units))
            if end == following and end == start + 1 and is_han[place] and is_han[place + 1]
        ]
        for place, han in enumerate(is_han):
            if not han:
                found += self._parts(place)
        starts, ends = [start for start, _end in units], [end for _start, end in units]
        found += [
            (folded[starts[first] : ends[last]][:_LONGEST], first, True) for first, last in self.words(overlapping=True)
        ]
        return found

    def grams(self, first, last):
        """The fewest grams that cover these units: pairs where there are pairs, else single units."""
        covered = -1
        for place in range(first, last + 1):
            if place < last and self.is_pair(place):
                covered = place + 1
                yield Lexeme(self.text_of(place, place + 1), place, False)
            elif place > covered:
                yield Lexeme(self.text_of(place, place), place, False)

    def is_character(self, first, last):
        """Whether these units are one Han character."""
        return first == last and self._is_han[first]

    def is_pair(self, place):
        """Whether this unit and the next are Han characters side by side."""
        following = place + 1
        if following == len(self.units) or not (self._is_han[place] and self._is_han[following]):
            return False
        return self.units[place][1] == self.units[following][0]

    def _parts(self, place):
        parts = _PART.findall(self.text_of(place, place))
        if len(parts) > 1 or (parts and parts[0] != self.text_of(place, place)):
            for part in parts:
                yield Lexeme(part, place, False)
