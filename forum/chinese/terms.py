"""How one article's author wants some of its words shown: a line each, ``软件 => 軟體 / 軟件``.

Left of the arrow what stands in the text, right of it how Taiwan reads it, and after a stroke how Hong Kong does; one
form serves both. A word without an arrow is shown as written, to readers of simplified characters too.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from forum import limits
from forum.chinese.languages import HAN

_ARROW = re.compile(r"[=＝][>＞]|[→⇒]")
_STROKE = re.compile("[/／]")
_PLACES = ("tw", "hk")


class Fault(NamedTuple):
    """The first line of a table that cannot be read, from one; `kind` says why, `words` what is meant."""

    line: int
    kind: str  # shape, chinese, long, signs, twice
    words: str


class Fixed(NamedTuple):
    """One script's words of a table: a pattern that finds them, and how each is shown."""

    pattern: re.Pattern
    shown: dict


def fault_in(table):
    """The first Fault of a table, or None when every line of it can be read."""
    met = set()
    for number, line in _lines(table):
        word, forms = _read(line)
        if kind := _wrong(word, forms) or ("twice" if word in met else ""):
            return Fault(number, kind, word or line)
        met.add(word)
    return None


def tidy_terms(table):
    """The table as it is kept: no empty lines, one arrow, one stroke. A line that cannot be read stays as it is."""
    return "\n".join(line if _wrong(*_read(line)) else _tidy(*_read(line)) for _number, line in _lines(table))


@lru_cache(1000)
def fixed_words(table, script):
    """The Fixed words of a table for readers of one script; None when it says nothing to them."""
    shown = {}
    for _number, line in _lines(table):
        word, forms = _read(line)
        if not _wrong(word, forms) and (form := _form(word, forms, script)):
            shown.setdefault(word, form)
    if not shown:
        return None
    longest_first = sorted(shown, key=len, reverse=True)
    return Fixed(re.compile(f"({'|'.join(map(re.escape, longest_first))})"), shown)


def _lines(table):
    return [(number, line.strip()) for number, line in enumerate(table.splitlines(), 1) if line.strip()]


def _read(line):
    """The word, and its forms: none for a word as written."""
    word, *right = _ARROW.split(line)
    forms = [form.strip() for form in _STROKE.split(right[0])] if right else []
    return word.strip(), forms if len(right) < 2 else ["", "", ""]


def _wrong(word, forms):
    """The kind of fault, or nothing. Markup's own signs stay out: forms are laid into finished HTML."""
    if not word or len(forms) > len(_PLACES) or not all(forms):
        return "shape"
    if not re.search(HAN, word):
        return "chinese"
    if any(len(one) > limits.TERM_LENGTH for one in (word, *forms)):
        return "long"
    return "signs" if any(set("<>&\"'") & set(one) for one in (word, *forms)) else ""


def _tidy(word, forms):
    return f"{word} => {' / '.join(forms)}" if forms else word


def _form(word, forms, script):
    """How this script's readers are shown the word; nothing where they read it as they would anyway."""
    if script in _PLACES and forms:
        return forms[min(_PLACES.index(script), len(forms) - 1)]
    return "" if forms else word
