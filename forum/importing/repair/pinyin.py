"""Pinyin glosses that a mirror put behind characters: 發(fā)出 → 發出.

A mirror glosses the same common characters all over the page; an author glosses a rare one, once. So a gloss counts
only where brackets are half-width, the reading is the character's own, and the character is traditional or one of GB
2312's commonest 3,755; and glosses come off only when a page is dense with them.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

from forum.chinese import han_count, to_hans

_GLOSS = re.compile(r"([\u3400-\u9fff])\(([a-zü\u00e0-\u01dc\u0251\u0261\u0300-\u030c]{1,7})\)")
_LOOKALIKES = str.maketrans("\u0251\u0261", "ag")
_NEUTRAL = {
    "个": "ge",
    "们": "men",
    "么": "me",
    "吗": "ma",
    "呢": "ne",
    "吧": "ba",
    "了": "le",
    "着": "zhe",
    "过": "guo",
    "来": "lai",
    "里": "li",
    "头": "tou",
    "儿": "er",
    "子": "zi",
    "的": "de",
    "夫": "fu",
}
LEAST = 3  # glosses on a page
LEAST_PLAIN = 10  # …where the characters are simplified, so nothing else speaks for a mirror
LEAST_SHARE = 0.008  # of the Han characters; the seed has 0.08, an article that teaches a reading 0.002
STEADY = 0.6  # a mirror glosses (nearly) every occurrence of its characters


def mend(texts):
    """Strip the glosses of a page that is dense with them."""
    steady = _steadiness(texts)
    if not steady:
        return texts, [0] * len(texts), 0.0
    pairs = [_strip(text) for text in texts]
    return [text for text, _count in pairs], [count for _text, count in pairs], 0.9 + 0.1 * steady


def _steadiness(texts):
    """The share of the glossed characters' occurrences that are glossed; 0 when this is not a mirror's work."""
    whole = "\n".join(texts)
    glossed = [match.group(1) for match in _GLOSS.finditer(whole) if _is_mirrors(match)]
    characters = set(glossed)
    if len(glossed) < LEAST or len(characters) < 2 or len(glossed) < LEAST_SHARE * han_count(whole):
        return 0
    traditional = sum(to_hans(one) != one for one in glossed)
    if traditional * 2 < len(glossed) < LEAST_PLAIN:
        return 0
    counts = Counter(whole)
    steady = len(glossed) / sum(counts[one] for one in characters)
    return steady if steady >= STEADY else 0


def _strip(text):
    count = 0

    def without(match):
        nonlocal count
        mine = _is_mirrors(match)
        count += mine
        return match.group(1) if mine else match.group()

    return _GLOSS.sub(without, text), count


def _is_mirrors(match):
    character, reading = match.groups()
    return _is_likely(character) and is_reading(character, reading)


def is_reading(character, reading):
    """Whether the letters are a reading of the character or of its simplified form; the neutral tone has no mark."""
    letters = unicodedata.normalize("NFC", reading.translate(_LOOKALIKES))
    return letters in _readings(character)


@cache
def _readings(character):
    from pypinyin import Style, pinyin

    found = set()
    for one in {character, to_hans(character)}:
        found.update(pinyin(one, heteronym=True, style=Style.TONE)[0])
    return frozenset(found - {character, to_hans(character)} | {_NEUTRAL.get(to_hans(character), "")})


@cache
def _is_likely(character):
    simple = to_hans(character)
    if simple != character:
        return True
    try:
        code = simple.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return b"\xb0\xa1" <= code <= b"\xd7\xf9"
