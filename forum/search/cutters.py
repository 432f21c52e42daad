"""jieba, or rjieba in its place: both cut folded texts by the words of our lexicon."""

import logging
import re
import sys
from math import exp

# jieba would have pkg_resources find its files, a quarter of a second and ten megabytes; it can do without.
_absent = sys.modules.setdefault("pkg_resources", None) is None
import jieba  # noqa: E402

if _absent:
    del sys.modules["pkg_resources"]

jieba.setLogLevel(logging.WARNING)


class Jieba(jieba.Tokenizer):
    """jieba over folded words: 著名 stands in texts as 着名, so it must in the dictionary.

    The ways through a sentence are found in the lexicon, and weighed as jieba weighs them. jieba's own cache is
    neither read nor written: it is a file of one fixed name in the shared temporary folder.
    """

    def __init__(self, lexicon, _learned=()):
        super().__init__()
        self.FREQ, self.initialized = lexicon, True

    def learn(self, words):
        """The lexicon has learnt them; there is nothing else to do."""

    def get_DAG(self, sentence):
        """For each place the words that begin there, as (last place, weight); a character alone, if there is none."""
        beginning, rarest = self.FREQ.beginning, self.FREQ.rarest
        return {place: beginning(sentence, place) or [(place, rarest)] for place in range(len(sentence))}

    def calc(self, sentence, DAG, route):
        """The likeliest way from each place to the end, as (weight, last place of its first word)."""
        route[len(sentence)] = (0, 0)
        for place in range(len(sentence) - 1, -1, -1):
            ways = DAG[place]
            if len(ways) == 1:  # most
                last, weight = ways[0]
                route[place] = (weight + route[last + 1][0], last)
            else:
                route[place] = max([(weight + route[last + 1][0], last) for last, weight in ways])


class Rjieba:
    """The same in Rust, ten times as fast, for 35 megabytes a process and half a second at its start."""

    def __init__(self, lexicon, learned=()):
        import rjieba  # only where it was chosen

        self._empty, self._lexicon = rjieba.Jieba.empty, lexicon
        self.learn(learned)

    def learn(self, words):
        """Know these folded words beside the dictionary, instead of those before.

        Made anew and put in place of the old one, which cannot forget, nor learn while another thread cuts with it.
        """
        fresh, rarest = self._empty(), self._lexicon.rarest
        for word, weight in self._lexicon.items():
            fresh.add_word(word, round(exp(weight - rarest)), None)
        for word in words:
            fresh.add_word(word, round(exp(self._lexicon.get(word) - rarest)), None)
        self._jieba = fresh

    def tokenize(self, text, mode):
        """(word, first place, behind its last) as jieba has them, marks left out."""
        return self._jieba.tokenize(_PARTS.sub(" ", text), mode)


# Where jieba parts words and rjieba does not: read-only, x_y, p.s.; the length stays.
_PARTS = re.compile(r"[-_&#+]|(?<=[a-z])\.|\.(?![0-9])")
CUTTERS = {"jieba": Jieba, "rjieba": Rjieba}
