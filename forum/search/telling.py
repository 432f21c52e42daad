"""The words that tell what a text is about."""

from collections import Counter

from forum.search.dictionary import rarity
from forum.search.words import segment

_COMMON = 7.5  # words rarer than this (ln of all words by this one) say something; 我们 and 可以 are below
_LONGEST = 40  # characters; what is longer is an address or a checksum


def keywords(text, count=20):
    """The `count` most telling words as (word, weight), heaviest first: times here × rarity elsewhere.

    Weights add up to at most 1. Words of one character and bare numbers tell nothing. Ties are broken by the
    word, so that the same text always gives the same list.
    """
    return telling(segment(text), count)


def telling(words, count):
    """The same of a text that has been cut already."""
    words = Counter(word for word in words if 1 < len(word) <= _LONGEST and not word.isdecimal())
    weights = {word: times * rarity(word) for word, times in words.items() if rarity(word) > _COMMON}
    whole = sum(weights.values())
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:count]
    return [(word, weight / whole) for word, weight in heaviest]
