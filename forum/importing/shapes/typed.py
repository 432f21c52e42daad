"""Plain text, as a browser's copy or a text dump leaves it: a paragraph a line."""

from dataclasses import replace
from itertools import pairwise

from forum.importing import signs
from forum.importing.lines import Draft, Line, key

_HEADING = 32  # characters; longer lines are paragraphs that begin with a number


def read(text):
    """The Draft of a plain text."""
    lines = [Line(text=line.rstrip(" \t"), number=number) for number, line in enumerate(text.split("\n"), 1)]
    return Draft(lines=tuple(with_headings(lines)))


def with_headings(lines):
    """Lines with the headings told by their shape: a number, few characters, prose underneath."""
    keys = ["" if line.is_blank else key(line.text) for line in lines]
    filled = [at for at, one in enumerate(keys) if one]
    following = dict(pairwise(filled))
    for at, line in enumerate(lines):
        below = keys[following[at]] if at in following else ""
        yield replace(line, kind="heading", level=2) if line.kind == "text" and _is_heading(keys[at], below) else line


def _is_heading(key, below):
    return (
        len(key) <= _HEADING
        and bool(signs.NUMBERED.match(key))
        and not key.endswith(("。", ";", ",", ":", "…", "!"))
        and len(below) > len(key)
        and not signs.NUMBERED.match(below)
        and not _is_listed(key)
    )


def _is_listed(key):
    # `1. 谁要是…` is how a list of replies is printed; `1、` and `1.社交` are how headings are typed.
    return bool(signs.MARKER.match(key)) and "、" not in key[:4]
