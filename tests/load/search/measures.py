"""How good an order of answers is, as the field measures it; each between 0 and 1."""

from math import log2

DEPTH = 100  # answers that are looked at
_FIRST_PAGE = 10


def recall(found, grades):
    """The share of all relevant texts that is among the answers."""
    return sum(number in grades for number in found[:DEPTH]) / len(grades)


def reciprocal_rank(found, grades):
    """1 when the first answer is relevant, 1/2 when the second is the first that is, …, 0 when none is."""
    return next((1 / place for place, number in enumerate(found[:DEPTH], 1) if number in grades), 0.0)


def ndcg(found, grades):
    """Gain 2^grade - 1, discounted by log2 of the place + 1, of ten answers, beside the best order there could be.

    Järvelin and Kekäläinen's measure in the form Burges gave it.
    """
    best = sorted(grades.values(), reverse=True)
    return _gained([grades.get(number, 0) for number in found]) / _gained(best)


def _gained(grades):
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades[:_FIRST_PAGE], 1))
