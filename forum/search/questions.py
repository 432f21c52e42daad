"""What a reader types → what is asked."""

import re
from itertools import pairwise
from typing import NamedTuple

from forum.chinese import fold
from forum.search.words import Reading, quoted

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


def terms(question):
    """The terms of a question: jieba's words, "phrases", -exclusions; folded, none twice."""
    found = {}
    for minus, phrase, chunk in _TERM.findall(fold(question[:LONGEST])):
        for term in _read(phrase or chunk, bool(phrase), bool(minus)):
            found[term.text, term.is_phrase, term.is_excluded] = term
    wanted = list(found.values())
    telling = [term for term in wanted if term.is_excluded or term.text not in _EMPTY]
    return (telling if any(not term.is_excluded for term in telling) else wanted)[:_MOST_TERMS]


def question(text):
    """A PostgreSQL tsquery literal for what a reader typed; "" when nothing is asked for. Never fails.

    All words must be there. A word also counts as found where jieba saw other words, since its grams are
    asked for; where jieba saw the word itself it ranks higher.
    """
    asked = terms(text)
    if all(term.is_excluded for term in asked):
        return ""
    return " & ".join(f"!({_exactly(term)})" if term.is_excluded else f"({_asked(term)})" for term in asked)


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
    return grams if len(term.grams) == 1 else f"{quoted(term.text)} | {grams}"


def _exactly(term):
    """The grams at the distances at which they were typed."""
    written = quoted(term.grams[0].text)
    for before, gram in pairwise(term.grams):
        written += f" <{gram.place - before.place}> {quoted(gram.text)}"
    return written
