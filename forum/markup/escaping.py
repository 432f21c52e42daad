"""Plain text → Markdown that shows it as typed."""

import re

from forum.markup.mends import ChineseLinks

_LINKS = ChineseLinks()

_SPECIAL = re.compile(
    r"""
    [`*_\[<|]                            # code, emphasis, links, tags, tables
    | \\(?=[!-/:-@\[-`{-~]|$)            # a backslash that would escape
    | ~(?=~) | (?<=~)~                   # struck out
    | &(?=[#A-Za-z])                     # an entity
    | (?<=-)\{                           # a word in a fixed script
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+>])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.MULTILINE)


def escape(text):
    """Markdown that `render` and `render_reply` show exactly as typed, but for spaces at line starts.

    Addresses stay as they are and become links. Lines stay lines, empty lines part paragraphs.
    """
    text = re.sub(r"^[^\S\n]+", "", text.replace("\r\n", "\n").replace("\r", "\n"), flags=re.MULTILINE)
    parts, rest = [], 0
    for link in _LINKS.match(text) or ():
        parts += [_escaped(text[rest : link.index]), link.text]
        rest = link.last_index
    parts.append(_escaped(text[rest:]))
    lines = "".join(parts)
    return _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", lines))


def _escaped(text):
    return _SPECIAL.sub(r"\\\g<0>", text)
