"""How long a text is, to a reader and on the screen."""

import re
import unicodedata

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_LATIN_WORD = re.compile(r"[A-Za-z0-9]+")


def han_count(text):
    """How many Han characters the text has; punctuation is not counted."""
    return len(_HAN.findall(text))


def latin_words(text):
    """How many runs of ASCII letters or digits the text has."""
    return len(_LATIN_WORD.findall(text))


def display_width(text):
    """Columns the text takes: two for a Han or full-width character, none for a combining or hidden one."""
    return sum(map(_columns, text))


def _columns(character):
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
