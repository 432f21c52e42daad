"""In which Chinese a text is written, and the tag (BCP 47) that tells browsers so."""

import re
from collections import Counter
from functools import cache, lru_cache
from hashlib import blake2b

from forum.chinese.scripts import simplified_characters, to_hant

ORIGINAL = "original"
LANGUAGE_IN = {"hans": "zh-Hans", "tw": "zh-Hant-TW", "hk": "zh-Hant-HK"}
SCRIPTS = (ORIGINAL, *LANGUAGE_IN)
INTERFACES = {"hans": "zh-hans", "tw": "zh-hant", "hk": "zh-hk"}  # Django's codes
_SCRIPT_OF = {code: script for script, code in INTERFACES.items()}

HAN = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"  # one Chinese character, as a pattern
_REMEMBERED = 4000  # texts
_SHORT = 500  # characters: a reply, a title
_long = {}


def language_of(text):
    """ "zh-Hans" or "zh-Hant", whichever has more characters of its own here; "zh" when neither; None without Han."""
    return _remembered(text) if len(text) <= _SHORT else _of_long(text)


def _of_long(text):
    """An article's language is remembered by a digest: four thousand articles would be a worker's whole memory."""
    digest = blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
    if digest not in _long:
        if len(_long) >= _REMEMBERED:
            _long.clear()
        _long[digest] = _told(text)
    return _long[digest]


def _told(text):
    simplified, traditional = _one_sided()
    letters = Counter(text)  # in C; an article has thousands of characters and some hundred different ones
    few, many = (sum(map(letters.__getitem__, side.intersection(letters))) for side in (simplified, traditional))
    if few != many:
        return "zh-Hant" if many > few else "zh-Hans"
    return "zh" if re.search(HAN, text) else None


_remembered = lru_cache(_REMEMBERED)(_told)


def shown_language(text, script):
    """The language of a text as shown in one of SCRIPTS; None when there is no Chinese in it."""
    own = language_of(text)
    return LANGUAGE_IN.get(script, own) if own else None


def page_language(code):
    """The language of a page whose interface speaks `code` (zh-hans, zh-hant, zh-hk, en)."""
    return LANGUAGE_IN[_SCRIPT_OF[code]] if code in _SCRIPT_OF else code


@cache
def _one_sided():
    """Characters only simplified texts use, and those only traditional ones do.

    后, 里 and 干 are in both: as a simplification of another, and as themselves. Big5 tells: it has what Taiwan
    writes, and GB 2312 what the mainland does.
    """
    common = [chr(code) for code in range(0x4E00, 0xA000)]
    mainland = [one for one in common if _is_in("gb2312", one) and not _is_in("big5", one)]
    changed = to_hant("\n".join(mainland), place="hk").split("\n")
    simplified = frozenset(one for one, other in zip(mainland, changed, strict=True) if one != other)
    return simplified, frozenset(one for one in simplified_characters() if not _is_in("gb2312", one))


def _is_in(charset, character):
    try:
        return bool(character.encode(charset))
    except UnicodeEncodeError:
        return False
