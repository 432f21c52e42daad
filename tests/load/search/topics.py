"""What the judged texts are about, and what is typed to find it: read from words/*.txt."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

CLASSES = {  # file → what the table calls it
    "one": "one character",
    "two": "two characters",
    "split": "ambiguous splits",
    "script": "简 / 繁",
    "pinyin": "pinyin, initials",
    "mixed": "mixed with Latin",
    "rare": "rare words",
    "slip": "slips of the keyboard",
}
_FOLDER = Path(__file__).parent
_LINE = re.compile(r"(?P<word>[^>!]+?)(?: > (?P<asked>[^!]+?))?(?: \+ (?P<also>[^!]+?))?(?: ! (?P<decoys>.+))?")


class Topic(NamedTuple):
    """A thing texts are about; they mention `also` too. `spellings` are of one word, `decoys` are not about it."""

    kind: str
    spellings: tuple
    questions: tuple
    also: tuple
    decoys: tuple

    @property
    def word(self):
        """Its name: the first spelling."""
        return self.spellings[0]


@cache
def topics():
    """All topics, class by class."""
    return tuple(_topic(kind, line) for kind in CLASSES for line in _lines(f"words/{kind}.txt"))


@cache
def sentences():
    """Name of a part (titles, about, passing, filler) → its sentences; {} is where a word goes."""
    parts = {}
    for line in _lines("sentences.txt"):
        if line.startswith("# "):
            part = parts.setdefault(line[2:], [])
        else:
            part.append(line)
    return parts


def _topic(kind, line):
    found = _LINE.fullmatch(line)
    spellings = tuple(found["word"].split("="))
    asked = tuple((found["asked"] or spellings[0]).split(", "))
    return Topic(kind, spellings, asked, _parts(found["also"], ", "), _parts(found["decoys"], "; "))


def _parts(written, mark):
    return tuple(written.split(mark)) if written else ()


def _lines(name):
    return [line for line in (_FOLDER / name).read_text("utf-8").splitlines() if line]
