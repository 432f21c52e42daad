"""What is known of words: how rare they are, what means the same; and who cuts texts into them."""

from functools import cache
from importlib.resources import files
from itertools import chain
from math import exp, log

from django.conf import settings

from forum.chinese import fold
from forum.search.cutters import CUTTERS
from forum.search.lexicon import open_lexicon


@cache
def lexicon():
    """The one lexicon of this process."""
    return open_lexicon()


def tokenizer():
    """The one tokenizer of this process: the one the settings name."""
    return _tokenizer(settings.SEARCH_CUTTER)


@cache
def _tokenizer(name):
    return CUTTERS[name](lexicon(), chain.from_iterable(_learned))


def load():
    """Open the dictionary now, so that the first reply posted does not wait for it."""
    tokenizer()


def rarity(word):
    """How much a folded word says about a text: ln(all words / this word) by jieba's counts."""
    known = lexicon()
    return -known.get(word, known.rarest + log(_UNKNOWN))


_UNKNOWN = 30  # a word jieba does not list is taken for an uncommon one, not for the rarest of all


def frequency(word):
    """How often jieba counted a folded word; 0 when it knows none such."""
    known = lexicon()
    weight = known.get(word)
    return 0 if weight is None else round(exp(weight - known.rarest))


def vocabulary():
    """Every folded word of the dictionary and how often it was counted."""
    known = lexicon()
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
        words = [*chain.from_iterable(groups)]
        lexicon().learn(words)
        tokenizer().learn(words)
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
