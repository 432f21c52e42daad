"""How common a word is, from jieba's dictionary: the judge between two readings of damaged bytes."""

from functools import cache
from math import inf, log

_LONGEST = 5  # characters
_UNKNOWN = 0.1  # the count of a character the dictionary does not have


@cache
def _frequencies():
    # jieba's own loading writes a cache file into the shared temporary folder; its dictionary alone is enough here.
    import jieba

    with jieba.get_dict_file() as lines:
        rows = (line.decode("utf-8").split(" ") for line in lines)
        return {row[0]: int(row[1]) for row in rows if len(row[0]) <= _LONGEST}


def frequency(word):
    """How often the word was counted; 0 when it is no word."""
    return _frequencies().get(word, 0)


def is_word(word):
    """Whether two or more characters are a word of the dictionary."""
    return len(word) > 1 and frequency(word) > 0


def likelihood(text):
    """The log likelihood of a text's best division into words; about -6 a character for prose, -14 for rubbish."""
    total = _total()
    best = [0.0] + [-inf] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST), end):
            count = frequency(text[start:end]) or (_UNKNOWN if end - start == 1 else 0)
            if count:
                best[end] = max(best[end], best[start] + log(count / total))
    return best[-1]


@cache
def _total():
    return sum(_frequencies().values())
