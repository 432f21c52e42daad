"""A text and its bare form, and the way back. Made for texts with hits only."""

import re

from forum.chinese import fold
from forum.models import BlockedWord
from forum.screening.bare import bare_lengths

Reach = BlockedWord.Reach
_SENTENCE_END = re.compile(r"[。｡！？!?；;]")
_BETWEEN = re.compile(r"[\W_]+")


class Spread:
    """Answers where a stretch of the bare text came from, and what lies between its characters as typed."""

    def __init__(self, text, letters):
        self._text, self._letters = text, letters
        self._from = [place for place, length in enumerate(bare_lengths(text)) for _ in range(length)]

    def place(self, start, end):
        """Where a stretch of the bare text stands in the text as typed."""
        return self._from[start], self._from[end - 1] + 1

    def reach_of(self, word, start, end):
        """How far the spelling here is from the word: PLAIN, SPACED or ALIKE."""
        typed, listed = fold(self._text[slice(*self.place(start, end))]), fold(word)
        if typed == listed:
            return Reach.PLAIN
        return Reach.SPACED if _BETWEEN.sub("", typed) == _BETWEEN.sub("", listed) else Reach.ALIKE

    def is_whole(self, start, end):
        """Whether no Latin word or number is cut in two at either end: `ass` in `class` is not a word."""
        return not (self._joins(start - 1, start) or self._joins(end - 1, end))

    def is_chance(self, start, end):
        """Whether the word is broken once only, by the end of a sentence: 增加。微信 is not 加微信."""
        gaps = [gap for place in range(start, end - 1) if (gap := self._gap(place, place + 1))]
        return len(gaps) == 1 and _SENTENCE_END.search(gaps[0]) is not None

    def _gap(self, one, other):
        return self._text[self._from[one] + 1 : self._from[other]]

    def _joins(self, one, other):
        if one < 0 or other >= len(self._letters) or fold(self._gap(one, other)):
            return False
        pair = fold(self._text[self._from[one]])[-1] + fold(self._text[self._from[other]])[0]
        return pair.isascii() and (pair.isalpha() or pair.isdigit())
