"""What is left of a text when everything people hide a word with is taken away, and how it sounds."""

import unicodedata
from functools import cache
from itertools import product

from pypinyin import lazy_pinyin

from forum.chinese import LOOKALIKES, SETTLED_AFTER, fold
from forum.screening.components import RADICALS

# Characters nobody writes for their own sake in these words. 徽 is not one of them: 安徽信息.
_DISGUISES = {"薇": "微", "溦": "微", "伩": "信", "菠": "博", "婊": "表"}
_REMEMBERED = 100_000  # code points
_SIGNS = "\u0590", "\u07ff"  # each syllable gets one: two bytes to search instead of three; Hebrew and Arabic give way
_MOST = 24  # spellings of one word
HAN = "\u3400"  # from here on a mark makes another letter (カ, ガ), below it an accent


def bare(text):
    """The text folded, without spaces, signs, accents and hidden characters, each disguise replaced by what it means.

    Character by character, but for `forum.chinese`'s few that depend on the one before.
    """
    text = text.translate(_bare_table())
    for character, before, instead in SETTLED_AFTER:
        if character in text:
            for one in before:
                text = text.replace(one + character, one + instead)
    return text


def bare_lengths(text):
    """How many characters of its bare form each character of the text has become."""
    table = _bare_table()
    return [len(table[ord(character)]) for character in text]


def sounds(bare_text):
    """A bare text as it sounds: one sign for each character, the same for 微 and 威; Latin letters stay."""
    return bare_text.translate(_sound_table())


def half_spelled(bare_word):
    """Every way to write some of its characters in pinyin: weixin, wei信, 微xin."""
    ways = product(*((one, bare(_syllable(one))) if one >= HAN else (one,) for one in bare_word))
    next(ways)
    return ["".join(way) for _number, way in zip(range(_MOST), ways, strict=False)]


class _Table(dict):
    """Code point → what it becomes, worked out when first met."""

    def __init__(self, become):
        super().__init__()
        self._become = become

    def __missing__(self, code):
        became = self._become(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = became
        return became


@cache
def _bare_table():
    meant = {one: other for one, other in LOOKALIKES.items() if one.isalnum()} | _DISGUISES | RADICALS
    return _Table(lambda character: "".join(meant.get(one, one) for one in _letters(fold(character))))


@cache
def _sound_table():
    known = {}

    def sign(one):
        syllable = _syllable(one) if one >= HAN else one
        if syllable == one:
            return "\x01" if _SIGNS[0] <= one <= _SIGNS[1] else one
        return chr(ord(_SIGNS[0]) + known.setdefault(syllable, len(known)))

    return _Table(sign)


def _syllable(character):
    """Without its tone; of several readings the most usual."""
    return lazy_pinyin(character)[0] or character


def _letters(folded):
    """Letters and digits; of an accented letter the letter."""
    for character in folded:
        plain = unicodedata.normalize("NFD", character)[0] if character < HAN else character
        if plain.isalnum():
            yield plain
