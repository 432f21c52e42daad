"""A title in lines, by the rules of Chinese print."""

import re

from forum.sharing.letters import letter

_WORD = re.compile(r"[A-Za-z0-9][\w.+#'’/-]*|.", re.ASCII)
_NEVER_FIRST = set("，。！？、；：）》〉」』】〕”’…—·,.!?;:)]}%℃")
_NEVER_LAST = set("（《〈「『【〔“‘([{")


def width_of(text, size):
    """Pixels from the first letter to the end of the last."""
    return sum(letter(char, size).getlength(char) for char in text)


def lines_of(text, size, width, most):
    """At most so many lines of at most ``width`` pixels; what does not fit gives way to ….

    Latin words stay whole, no closing mark opens a line and no opening mark ends one.
    """
    lines, line = [], ""
    for word in _words(text, size, width):
        if line and width_of(line + word, size) > width and word not in _NEVER_FIRST:
            line, carried = _without_opening(line)
            lines.append(line.rstrip())
            line = carried
        line += word if line else word.lstrip()
    lines.append(line)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(f"{last}…", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last}…"]


def _words(text, size, width):
    for word in _WORD.findall(text):
        yield from word if width_of(word, size) > width else [word]


def _without_opening(line):
    """A line and the opening mark at its end, which belongs to the next."""
    return (line[:-1], line[-1]) if len(line) > 1 and line[-1] in _NEVER_LAST else (line, "")
