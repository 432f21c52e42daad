"""Lines: what every shape of page is reduced to before its parts are told apart.

Bold, links and the like are kept inside a line's text as Unicode noncharacters, which no page may contain, so that
the repairs can change the words between them without losing count.
"""

import re
import unicodedata
from dataclasses import dataclass

from forum.chinese import to_hans

STRONG, STRONG_END = "\ufdd0", "\ufdd1"
EM, EM_END = "\ufdd2", "\ufdd3"
CODE, CODE_END = "\ufdd4", "\ufdd5"
LINK, LINK_END = "\ufdd6", "\ufdd7"
CELL = "\ufdd8"
MARKS = re.compile("[\ufdd0-\ufdef]")

# Characters that are seen by nobody: zero-width, direction marks, variation selectors, tags.
HIDDEN = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
_GLOSS = re.compile(r"(?<=[\u3400-\u9fff])\([a-zü\u00e0-\u01dc\u0251\u0261\u0300-\u030c]{1,7}\)")
_BLANKS = re.compile(r"\s+")
# Accents in a heap: putting n of them in order takes n² steps. Thirty is Unicode's own bound (UAX 15, stream-safe).
_ACCENT = "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0f71-\u0f84"
_ACCENT += "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_HEAP = re.compile(f"({_ACCENT}{{30}}){_ACCENT}+")


@dataclass(frozen=True)
class Line:
    """One line or block of the page. `kind` is text, heading, item, quote, code, image or row.

    `place` says where the shape itself knows the line to stand (title, byline, body, reply), else "";
    `reply` is the ordinal of the reply it belongs to, where the shape knows.
    """

    text: str
    number: int
    kind: str = "text"
    level: int = 0
    mark: str = ""
    target: str = ""
    links: tuple[str, ...] = ()
    place: str = ""
    reply: int | None = None

    @property
    def is_blank(self):
        return self.kind != "image" and not HIDDEN.sub("", MARKS.sub("", self.text)).strip()


@dataclass(frozen=True)
class Draft:
    """What a shape hands over: the lines, and what the file says about itself outside of them."""

    lines: tuple[Line, ...]
    title: str = ""
    author: str = ""
    signed: str = ""  # a name the file carries and nobody sees; often the editor's
    url: str = ""
    published: str = ""


def plain(text):
    """The text without the marks of bold, links and cells."""
    return MARKS.sub("", text.replace(CELL, " | "))


def key(text):
    """The text as it is *recognised*: simplified, half-width, without glosses and hidden characters.

    Only ever compared with our patterns, never stored.
    """
    text = unicodedata.normalize("NFKC", _HEAP.sub(r"\1", HIDDEN.sub("", plain(text))))
    return _BLANKS.sub(" ", to_hans(_GLOSS.sub("", text))).strip()
