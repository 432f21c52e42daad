"""How titles and names sound: 支付宝 is found by zhifubao and by zfb."""

import re
import unicodedata
from functools import lru_cache

from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT

from forum.chinese import fold

_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff]+")
_LETTERS = re.compile(r"[a-z]{3,}")
_TONES = re.compile("[\u0300-\u036f]")
_SPANS = (2, 6)  # syllables of a title one may ask for in a row
_INITIALS = (3, 8)  # fewer are a Latin word more often than somebody's shorthand


def is_sound(word):
    """Whether a folded word may be pinyin: letters only, three or more."""
    return bool(_LETTERS.fullmatch(word))


@lru_cache(4096)
def syllables(han):
    """The toneless pinyin of each character of a run of Han characters."""
    found = lazy_pinyin(han, errors="ignore")
    return tuple(found) if len(found) == len(han) else tuple((lazy_pinyin(one) or [""])[0] for one in han)


def readings(character):
    """All toneless readings of one Han character (行: xing, hang, heng), from pypinyin's table as it stands: asked of
    every character, its own door takes half a second."""
    written = unicodedata.normalize("NFD", PINYIN_DICT.get(ord(character), ""))
    return set(filter(None, _TONES.sub("", written).split(",")))


def sound(word):
    """zhifubao for 支付宝; what is not Han stays."""
    return _HAN.sub(lambda run: "".join(syllables(run[0])), fold(word))


def initials(word):
    """zfb for 支付宝; what is not Han stays."""
    return _HAN.sub(lambda run: "".join(one[:1] for one in syllables(run[0])), fold(word))


def sounds_of(title):
    """The lexemes under which a title is found by ear: pinyin of 2 to 6 characters in a row, initials of 3 to 8."""
    for _first, _last, sounded in _spans(fold(title)):
        yield f"~{sounded}"


def heard(title, asked):
    """The pieces of a folded title that sound as asked (zhifubao, zfb), as they are written there."""
    return [title[first:last] for first, last, sounded in _spans(title) if sounded == asked]


def _spans(folded):
    for run in _HAN.finditer(folded):
        spoken = syllables(run[0])
        for first in range(len(spoken)):
            for length in range(_SPANS[0], min(_INITIALS[1], len(spoken) - first) + 1):
                said, place = spoken[first : first + length], run.start() + first
                if length <= _SPANS[1]:
                    yield place, place + length, "".join(said)
                if length >= _INITIALS[0]:
                    yield place, place + length, "".join(one[:1] for one in said)
