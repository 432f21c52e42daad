"""Words → a tsvector literal."""

from collections import Counter

from forum.chinese import fold
from forum.search.words import Reading, quoted

# PostgreSQL's own bounds: positions up to 16,383, 255 of them a lexeme, a megabyte a vector.
_LAST_POSITION = 16_383
_POSITIONS = 255
_BYTES = 1_000_000
_SMALL = 16_000  # characters

_TITLE = ("A", "B")  # a word, a gram
_BODY = ("C", "D")


_BESIDE = ("B", "B")


def bare(lexemes):
    """A tsvector literal of lexemes that only stand or do not stand there: no place, no weight."""
    return " ".join(sorted({quoted(lexeme) for lexeme in lexemes}))


def vector(title, body, beside="", after=1):
    """A PostgreSQL tsvector literal of a title and a body (plain text, not Markdown); either may be empty.

    Weights: A a word of the title, B a gram of it or a word `beside` (tags), C a word of the body, D a gram.
    Positions count units, so phrases of up to a text's length can be asked; beyond 16,383 units they begin again
    at 1, where a phrase still holds. Of a text longer than a vector may be, the beginning is indexed. `after` is the
    place of the title's first unit; an empty title has none, but keeps the gap behind it.
    """
    parts = ((title, _TITLE), *([(beside, _BESIDE)] if beside else []), (body, _BODY))
    read = [(Reading(fold(text)), weights) for text, weights in parts]
    whole = "".join(reading.folded for reading, _weights in read)
    return (_written if _is_small(whole) else _bounded)(read, after)


def _is_small(text):
    """Whether a text keeps within PostgreSQL's bounds however it is written: no character stands too often in it."""
    return len(text) <= _POSITIONS or (len(text) < _SMALL and max(Counter(text).values()) <= _POSITIONS)


def _written(read, after):
    """Every lexeme wherever it stands. PostgreSQL puts them in order, those of one place under the higher weight."""
    written = []
    for reading, (word, gram) in read:
        listed = reading.lexemes()
        if "'" in reading.folded or "\\" in reading.folded:
            written += [f"{quoted(text)}:{after + place}{word if told else gram}" for text, place, told in listed]
        else:  # most: calling for each of hundreds takes as long as all the rest
            written += [f"'{text}':{after + place}{word if told else gram}" for text, place, told in listed]
        after += len(reading.units) + 1  # a gap, so that no phrase reaches from the title into the body
    return " ".join(written)


def _bounded(read, after):
    """The same of a long text, within PostgreSQL's bounds."""
    found, size = {}, 0
    for reading, (word, gram) in read:
        for lexeme, place, is_word in reading.lexemes():
            places = found.get(lexeme)
            if places is None:
                size += len(lexeme.encode()) + 4
                if size > _BYTES:
                    return _listed(found)
                places = found[lexeme] = {}
            position, weight = (after + place - 1) % _LAST_POSITION + 1, word if is_word else gram
            if position in places:
                places[position] = min(places[position], weight)
            elif len(places) < _POSITIONS:
                places[position] = weight
                size += 2
        after += len(reading.units) + 1
    return _listed(found)


def _listed(found):
    return " ".join(
        f"{quoted(lexeme)}:{','.join([f'{position}{weight}' for position, weight in places.items()])}"
        for lexeme, places in found.items()
    )
