"""Fold a text to the form in which two spellings of one word are equal."""

import re
import unicodedata
from functools import cache

from forum.chinese.scripts import simplified_characters
from forum.chinese.variants import AFTER, SAME

_HIDDEN = re.compile(r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\U000e0000-\U000e0fff]")
_REMEMBERED = 100_000  # more code points than any honest community writes
_HEAP = 30  # marks on one letter, Unicode's Stream-Safe Text Format; composing a heap of n takes n² steps


def fold(text):
    """The text with width, case, script and variant characters made alike; hidden characters are dropped.

    Unicode's NFKC_Casefold, then one simplified character for each traditional, Japanese or variant one
    (OpenCC's tables). Characters are folded without regard to their neighbours (but for `AFTER`), so that the
    fold of a part is a part of the fold: whatever is found in a text is found in its folded text. Folding
    twice changes nothing. Of more than thirty marks on one letter the rest is dropped.
    """
    if text.isascii():
        return text.lower()
    return _settle(_composed(text.translate(_table())))


def fold_with_map(text):
    """The folded text, and for each of its characters the offset in `text` it came from.

    The list of offsets is one longer than the folded text; its last entry is `len(text)`. So the folded slice
    `[a:b]` came from `text[offsets[a]:offsets[b]]`.
    """
    table = _table()
    folded = text.lower() if text.isascii() else text.translate(table)
    if table.uneven.isdisjoint(text):
        offsets = list(range(len(text)))
    else:
        offsets = [place for place, character in enumerate(text) for _ in character.translate(table)]
    if not _is_composed(folded):
        folded, offsets = _compose_with_map(*_cleared_with_map(folded, offsets))
    return _settle(folded), [*offsets, len(text)]


class _Table(dict):
    """Code point → its folded form, worked out when first met. `uneven` lists those that grow or vanish."""

    def __init__(self, characters):
        self.characters = characters
        self.uneven = set()

    def __missing__(self, code):
        character = chr(code)
        folded = "".join(map(self._han, _casefolded(character)))
        if len(folded) != 1:
            self.uneven.add(character)
        if len(self) < _REMEMBERED:
            self[code] = folded
        return folded

    def _han(self, character):
        return self.characters.get(character, character)


@cache
def _table():
    characters = simplified_characters() | SAME
    return _Table({one: SAME.get(other, other) for one, other in characters.items()})


def _casefolded(character):
    """NFKC_Casefold of one character, as Unicode defines it (3.13, R5)."""
    if unicodedata.category(character) == "Cf" or _HIDDEN.match(character):
        return ""
    narrow = unicodedata.normalize("NFKC", character)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", narrow.casefold()).casefold())


def _composed(text):
    return text if _is_composed(text) else unicodedata.normalize("NFC", _heaps().sub(r"\1", text))


def _is_composed(text):
    """Quick even for heaps: marks out of order are a no at once, marks in order need no sorting."""
    return unicodedata.is_normalized("NFC", text)


@cache
def _heaps():
    """A pattern: the marks that may stay on one letter, then those beyond."""
    marks = "".join(re.escape(chr(code)) for code in range(0x300, 0x1E94B) if unicodedata.combining(chr(code)))
    return re.compile(f"([{marks}]{{{_HEAP}}})([{marks}]+)")


def _cleared_with_map(folded, offsets):
    edges = [0, *(edge for heap in _heaps().finditer(folded) for edge in heap.span(2)), len(folded)]
    kept = [place for start, end in zip(edges[::2], edges[1::2], strict=True) for place in range(start, end)]
    return "".join(folded[place] for place in kept), [offsets[place] for place in kept]


def _settle(folded):
    for character, before, instead in AFTER:
        if character in folded:
            folded = re.sub(f"(?<=[{before}]){character}", instead, folded)
    return folded


def _compose_with_map(folded, offsets):
    """Join letters and the marks that follow them: a cluster at the offset of its first character."""
    composed, places = [], []
    for start, end in _clusters(folded):
        cluster = _composed(folded[start:end])
        composed.append(cluster)
        places += [offsets[start]] * len(cluster)
    return "".join(composed), places


def _clusters(text):
    start = 0
    for place in range(1, len(text)):
        if not _continues(text[start:place], text[place]):
            yield start, place
            start = place
    yield start, len(text)


def _continues(cluster, character):
    return bool(unicodedata.combining(character)) or _composed(cluster + character) != _composed(cluster) + character
