"""jieba, reading our lexicon in the place of its own dictionary."""

import logging
import sys
import threading
from functools import cache
from importlib.resources import files
from itertools import chain
from math import exp, log

from forum.chinese import fold
from forum.search.lexicon import open_lexicon

# jieba would have pkg_resources find its files, a quarter of a second and ten megabytes; it can do without.
_absent = sys.modules.setdefault("pkg_resources", None) is None
import jieba  # noqa: E402

if _absent:
    del sys.modules["pkg_resources"]

jieba.setLogLevel(logging.WARNING)


class FoldedTokenizer(jieba.Tokenizer):
    """jieba over folded words: 著名 stands in texts as 着名, so it must in the dictionary.

    The ways through a sentence are found in the lexicon, and weighed as jieba weighs them. jieba's own cache is
    neither read nor written: it is a file of one fixed name in the shared temporary folder.
    """

    def __init__(self):
        super().__init__()
        self._reading = threading.Lock()

    def initialize(self, dictionary=None):
        """Open the lexicon, once."""
        with self._reading:
            if not self.initialized:
                self.FREQ = open_lexicon()
                self.initialized = True

    def get_DAG(self, sentence):
        """For each place the words that begin there, as (last place, weight); a character alone, if there is none."""
        self.check_initialized()
        beginning, rarest = self.FREQ.beginning, self.FREQ.rarest
        return {place: beginning(sentence, place) or [(place, rarest)] for place in range(len(sentence))}

    def calc(self, sentence, DAG, route):
        """The likeliest way from each place to the end, as (weight, last place of its first word)."""
        route[len(sentence)] = (0, 0)
        for place in range(len(sentence) - 1, -1, -1):
            route[place] = max((weight + route[last + 1][0], last) for last, weight in DAG[place])


@cache
def tokenizer():
    """The one tokenizer of this process."""
    return FoldedTokenizer()


def load():
    """Open the dictionary now, so that the first reply posted does not wait for it."""
    tokenizer().check_initialized()


def rarity(word):
    """How much a folded word says about a text: ln(all words / this word) by jieba's counts."""
    load()
    known = tokenizer().FREQ
    return -known.get(word, known.rarest + log(_UNKNOWN))


_UNKNOWN = 30  # a word jieba does not list is taken for an uncommon one, not for the rarest of all


def frequency(word):
    """How often jieba counted a folded word; 0 when it knows none such."""
    load()
    known = tokenizer().FREQ
    weight = known.get(word)
    return 0 if weight is None else round(exp(weight - known.rarest))


def vocabulary():
    """Every folded word of the dictionary and how often it was counted."""
    load()
    known = tokenizer().FREQ
    return ((word, round(exp(weight - known.rarest))) for word, weight in known.items())


@cache
def our_groups():
    """dictionary.txt: tuples of folded words that mean the same, most of one word only."""
    ours = fold(files("forum.search").joinpath("dictionary.txt").read_text("utf-8"))
    return tuple(tuple(group.split("=")) for group in ours.split())


_learned = ()


def learn(groups):
    """Know these words (tuples of folded words that mean the same) beside the dictionary, instead of those before."""
    global _learned
    if groups != _learned:
        load()
        tokenizer().FREQ.learn(chain.from_iterable(groups))
        _learned = groups
        _meaning_same.cache_clear()


def synonyms(word):
    """The folded words that mean the same as this one, by the file and by what was learnt; itself left out."""
    return tuple(sorted(_meaning_same().get(word, ())))


@cache
def _meaning_same():
    same = {}
    for group in (*our_groups(), *_learned):
        for word in group:
            same.setdefault(word, set()).update(other for other in group if other != word)
    return same
