"""Trade words the moderators keep, beside dictionary.txt."""

import re

from forum.chinese import fold
from forum.memory import recall
from forum.models import TradeWord
from forum.search.dictionary import learn, synonyms
from forum.search.words import segment

_BETWEEN = re.compile(r"[,，、;；\s]+")


def refresh():
    """Know the trade words that are kept now; asks the database once until one is changed."""
    learn(recall(("trade-words",), _groups))


def same_words(word, synonyms):
    """The folded words of one row: the word, and those its synonyms field lists; none twice."""
    listed = [fold(one).replace("=", "") for one in (word, *_BETWEEN.split(synonyms))]
    return tuple(dict.fromkeys(one for one in ("".join(each.split()) for each in listed) if one))


def _groups():
    rows = TradeWord.objects.filter(is_active=True).order_by("pk").values_list("word", "synonyms")
    return tuple(same_words(*row) for row in rows)


def read_words(text):
    """The words search sees in a text now, in order and none twice, each with those that mean the same."""
    refresh()
    return [(word, synonyms(word)) for word in dict.fromkeys(segment(text))]
