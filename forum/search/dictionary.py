"""jieba's dictionary with our trade words, folded as the texts are."""

import logging
import threading
from functools import cache
from importlib.resources import files
from math import log

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


def load():
    """Read the dictionary now, so that the first reply posted does not wait for it."""
    tokenizer().check_initialized()


def rarity(word):
    """How much a folded word says about a text: ln(all words / this word) by jieba's counts."""
    load()
    known = tokenizer()
    return log(known.total / (known.FREQ.get(word) or _UNKNOWN))


_UNKNOWN = 30  # a word jieba does not list is taken for an uncommon one, not for the rarest of all


def _frequencies():
    shipped = fold(files("jieba").joinpath("dict.txt").read_text("utf-8"))
    found = {}
    for line in shipped.splitlines():
        word, frequency, _ = line.split(" ")
        found[word] = found.get(word, 0) + int(frequency)
    for word in fold(files("forum.search").joinpath("dictionary.txt").read_text("utf-8")).split():
        found[word] = max(found.get(word, 0), _OURS)
    return found


def _prefixes(frequencies):
    """jieba's form of a dictionary: every beginning of a word too, with frequency 0."""
    known = dict(frequencies)
    for word in frequencies:
        for end in range(1, len(word)):
            known.setdefault(word[:end], 0)
    return known, sum(frequencies.values())
