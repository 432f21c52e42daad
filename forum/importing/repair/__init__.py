"""Undo what mirrors did to a text, never what its author did.

Each kind of damage has a file with a `mend(texts)`: it sees the whole page, decides whether the damage is there at
all, and answers with the texts, how often it mended each, and how sure it is. The order matters: glosses come off
before shifted bytes are tried, and both before the script is converted.
"""

from dataclasses import replace

from forum.importing.page import Repair
from forum.importing.repair import blanks, hidden, marks, numerals, pinyin, residue, script, shifted

_STEPS = (
    ("watermark", hidden),
    ("blank_line", blanks),
    ("residue", residue),
    ("pinyin", pinyin),
    ("gbk_shift", shifted),
    ("script", script),
    ("over_conversion", numerals),
    ("punctuation", marks),
)
_WORDS = 2  # title and author, which some shapes keep outside of the lines


def mend(draft):
    """(the Draft with its damage undone, the Repairs made)."""
    lines = [line for line in draft.lines if line.kind != "code"]
    texts, numbers = (
        [draft.title, draft.author, *(line.text for line in lines)],
        [1, 1, *(line.number for line in lines)],
    )
    repairs = []
    for kind, step in _STEPS:
        texts, counts, confidence = step.mend(texts)
        if any(counts):
            touched = tuple(dict.fromkeys(number for number, count in zip(numbers, counts, strict=True) if count))
            repairs.append(Repair(kind=kind, count=sum(counts), confidence=round(confidence, 2), lines=touched))
    return _with_texts(draft, texts), tuple(repairs)


def _with_texts(draft, texts):
    mended = iter(texts[_WORDS:])
    lines = tuple(line if line.kind == "code" else replace(line, text=next(mended)) for line in draft.lines)
    return replace(draft, title=texts[0], author=texts[1], lines=lines)
