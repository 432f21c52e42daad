"""Words → a tsvector literal."""

from forum.chinese import fold
from forum.search.words import Reading, quoted

# PostgreSQL's own bounds: positions up to 16,383, 255 of them a lexeme, a megabyte a vector.
_LAST_POSITION = 16_383
_POSITIONS = 255
_BYTES = 1_000_000

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
    found, size = {}, 0
    for text, (word, gram) in ((title, _TITLE), *([(beside, _BESIDE)] if beside else []), (body, _BODY)):
        reading = Reading(fold(text))
        for lexeme, place, is_word in reading.lexemes():
            places = found.get(lexeme)
            if places is None:
                size += len(lexeme.encode()) + 4
                if size > _BYTES:
                    return _written(found)
                places = found[lexeme] = {}
            position, weight = (after + place - 1) % _LAST_POSITION + 1, word if is_word else gram
            if position in places:
                places[position] = min(places[position], weight)
            elif len(places) < _POSITIONS:
                places[position] = weight
                size += 2
        after += len(reading.units) + 1  # a gap, so that no phrase reaches from the title into the body
    return _written(found)


def _written(found):
    written = []
    for lexeme, places in found.items():
        name = quoted(lexeme) if "'" in lexeme or "\\" in lexeme else f"'{lexeme}'"  # few need more than quotes
        written.append(f"{name}:{','.join([f'{position}{weight}' for position, weight in places.items()])}")
    return " ".join(written)
