"""jieba's dictionary with our trade words, folded as the texts are."""

import logging
import threading
from functools import cache
from importlib.resources import files
from itertools import chain
from math import log
from typing import NamedTuple

import jieba

from forum.chinese import fold

jieba.setLogLevel(logging.WARNING)

_OURS = 1_000  # frequency of a trade word: enough to hold together, too little to pull neighbours apart


class FoldedTokenizer(jieba.Tokenizer):
    """jieba over folded words: 著名 stands in texts as 着名, so it must in the dictionary.

    It reads the dictionary that jieba ships and writes no cache: jieba's own is a file of one fixed name in
    the shared temporary folder, and saves no time.
    """

    def __init__(self):
        super().__init__()
        self._reading = threading.Lock()

    def initialize(self, dictionary=None):
        """Read the dictionary, once; about a second and 80 MB."""
        with self._reading:
            if not self.initialized:
                self.FREQ, self.total = _prefixes(_frequencies())
                self.initialized = True


@cache
def tokenizer():
    """The one tokenizer of this process."""
    return FoldedTokenizer()


class _Learned(NamedTuple):
    groups: tuple = ()  # tuples of folded words that mean the same
    before: dict = {}  # word → what the dictionary said of it before


_learned = _Learned()
_learning = threading.Lock()


def learn(groups):
    """Know these words (tuples of folded words that mean the same) beside the dictionary, instead of those before."""
    global _learned
    with _learning:
        if groups == _learned.groups:
            return
        known = vocabulary()
        for word, times in _learned.before.items():
            known.pop(word, None) if times is None else known.update({word: times})
        before = {}
        for word in chain.from_iterable(groups):
            for end in range(1, len(word) + 1):
                before.setdefault(word[:end], known.get(word[:end]))
                known.setdefault(word[:end], 0)
            known[word] = max(known[word], _OURS)
        _learned = _Learned(groups, before)
        _meaning_same.cache_clear()


def synonyms(word):
    """The folded words that mean the same as this one, by the file and by what was learnt; itself left out."""
    return tuple(sorted(_meaning_same().get(word, ())))


@cache
def _meaning_same():
    same = {}
    for group in (*our_groups(), *_learned.groups):
        for word in group:
            same.setdefault(word, set()).update(other for other in group if other != word)
    return same


def load():
    """Read the dictionary now, so that the first reply posted does not wait for it."""
    tokenizer().check_initialized()


def rarity(word):
    """How much a folded word says about a text: ln(all words / this word) by jieba's counts."""
    load()
    known = tokenizer()
    return log(known.total / (known.FREQ.get(word) or _UNKNOWN))


def frequency(word):
    """How often jieba counted a folded word; 0 when it knows none such."""
    return vocabulary().get(word, 0)


def vocabulary():
    """Folded word → how often it was counted; beginnings of words that are none have 0."""
    load()
    return tokenizer().FREQ


_UNKNOWN = 30  # a word jieba does not list is taken for an uncommon one, not for the rarest of all


def _frequencies():
    shipped = fold(files("jieba").joinpath("dict.txt").read_text("utf-8"))
    found = {}
    for line in shipped.splitlines():
        word, frequency, _ = line.split(" ")
        found[word] = found.get(word, 0) + int(frequency)
    for word in chain.from_iterable(our_groups()):
        found[word] = max(found.get(word, 0), _OURS)
    return found


@cache
def our_groups():
    """dictionary.txt: tuples of folded words that mean the same, most of one word only."""
    ours = fold(files("forum.search").joinpath("dictionary.txt").read_text("utf-8"))
    return tuple(tuple(group.split("=")) for group in ours.split())


def _prefixes(frequencies):
    """jieba's form of a dictionary: every beginning of a word too, with frequency 0."""
    known = dict(frequencies)
    for word in frequencies:
        for end in range(1, len(word)):
            known.setdefault(word[:end], 0)
    return known, sum(frequencies.values())
