"""What a reader types → what is asked."""

import re
from itertools import pairwise
from typing import NamedTuple

from forum.chinese import fold
from forum.search.dictionary import synonyms
from forum.search.pinyin import is_sound
from forum.search.words import UNIT, Reading, quoted

LONGEST = 200  # characters of a question that are read; the rest is not a question any more
_MOST_TERMS = 24

_TERM = re.compile(r'(-?)(?:["“”「『]([^"“”」』]*)["“”」』]?|([^\s"“”「」『』]+))')
# Words that stand in every text and say nothing of what is looked for, unless they are all there is.
_EMPTY = set("的了着是在和与或吗呢吧啊呀之也就都而及")


class Term(NamedTuple):
    """One thing asked for: a word (its grams anywhere) or a phrase (in a row); perhaps excluded."""

    text: str
    grams: tuple
    is_phrase: bool
    is_excluded: bool
    others: tuple = ()  # terms that mean the same: synonyms, what pinyin stands for

    @property
    def texts(self):
        """Everything that counts as having found it."""
        return [self.text, *(other.text for other in self.others)]

    def meaning(self, words):
        """The term, and other words that count as having found it."""
        return self._replace(others=self.others + tuple(term for word in words for term in _read(word, True, False)))


def terms(question):
    """The terms of a question: jieba's words, "phrases", -exclusions; folded, none twice."""
    found = {}
    for minus, phrase, chunk in _TERM.findall(fold(question[:LONGEST])):
        for term in _read(phrase or chunk, bool(phrase), bool(minus)):
            found[term.text, term.is_phrase, term.is_excluded] = term
    wanted = list(found.values())
    telling = [term for term in wanted if term.is_excluded or term.text not in _EMPTY]
    kept = (telling if any(not term.is_excluded for term in telling) else wanted)[:_MOST_TERMS]
    return [term if term.is_excluded or term.is_phrase else term.meaning(synonyms(term.text)) for term in kept]


def question(text):
    """A PostgreSQL tsquery literal for the words a reader typed; "" when nothing is asked for. Never fails."""
    return tsquery(terms(text))


def tsquery(asked, alone=False):
    """A tsquery literal that asks for all these terms; "" when they only exclude, unless that may stand `alone`.

    A word also counts as found where jieba saw other words, since its grams are asked for.
    """
    if not alone and all(term.is_excluded for term in asked):
        return ""
    return " & ".join(f"!({_exactly(term)})" if term.is_excluded else f"({_asked(term)})" for term in asked)


def chunks(text):
    """What was typed in one go, folded: to see whether it stands anywhere as it was typed."""
    found = _TERM.findall(fold(text[:LONGEST]))
    return [phrase or chunk for minus, phrase, chunk in found if not minus and UNIT.search(phrase or chunk)]


def grams_of(text):
    """A tsquery literal for all grams of a folded text, wherever they stand; "" when it has none."""
    reading = Reading(text)
    return " & ".join(quoted(gram.text) for gram in reading.grams(0, len(reading.units) - 1))


def _read(chunk, is_phrase, is_excluded):
    reading = Reading(chunk)
    if not reading.units:
        return
    spans = [(0, len(reading.units) - 1)] if is_phrase or is_excluded else _joined(reading)
    for first, last in spans:
        grams = tuple(reading.grams(first, last))
        yield Term(reading.text_of(first, last), grams, is_phrase, is_excluded)


def _joined(reading):
    """jieba's words, but single characters side by side are one word it does not know (阿|梅)."""
    spans, loose = [], False
    for first, last in reading.words():
        single = reading.is_character(first, last)
        if single and loose and reading.is_pair(spans[-1][1]):
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
        loose = single
    return spans


def _asked(term):
    if term.is_phrase:
        return _exactly(term)
    grams = " & ".join(quoted(gram.text) for gram in term.grams)
    ways = [grams] if len(term.grams) == 1 else [quoted(term.text), grams]
    if is_sound(term.text):
        ways.append(quoted(f"~{term.text}"))  # a title that sounds like it
    return " | ".join([*ways, *(_exactly(other) for other in term.others)])


def _exactly(term):
    """The grams at the distances at which they were typed."""
    written = quoted(term.grams[0].text)
    for before, gram in pairwise(term.grams):
        written += f" <{gram.place - before.place}> {quoted(gram.text)}"
    return written
