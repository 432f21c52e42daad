"""Simplified and traditional script, by phrase, with OpenCC's tables."""

from functools import cache

from opencc import OpenCC

_PLACES = {"tw": "s2twp", "hk": "s2hk"}
_PLACES_OF_TRADITIONAL = {"tw": "t2tw", "hk": "t2hk"}


def to_hans(text):
    """The text in simplified characters, chosen by phrase (頭髮 → 头发, 乾隆 stays). The length stays."""
    converted = _converter("t2s").convert(text).translate(_left_by_opencc())
    # OpenCC 1.4 reads 打坏 (to break) as the 坯 of pottery; 坏 is simplified already.
    if "坏" in text and len(converted) == len(text):
        converted = "".join(old if old == "坏" else new for old, new in zip(text, converted, strict=True))
    return converted


def to_hant(text, place="tw"):
    """The text in traditional characters, as in Taiwan ("tw", with its words: 軟體) or Hong Kong ("hk").

    Raises KeyError for another place.
    """
    return _converter(_PLACES[place]).convert(text)


def to_place(text, place):
    """A traditional text with the characters Taiwan ("tw") or Hong Kong ("hk") prefers: 裏 or 裡, 臺 or 台.

    Raises KeyError for another place.
    """
    return _converter(_PLACES_OF_TRADITIONAL[place]).convert(text)


@cache
def simplified_characters():
    """A dict from each character that is not simplified to the one that is, neighbours disregarded.

    Traditional characters first, then those only Hong Kong or Japan writes so. A character of GB 2312 is
    simplified already, whatever it means elsewhere (芸 and 弁 are Japanese forms of others).
    """
    simple = {}
    for start, end in _HAN:
        for first in range(start, end, _AT_ONCE):
            simple.update(_simplified([chr(code) for code in range(first, min(first + _AT_ONCE, end))]))
    return {one: _last(simple, other) for one, other in simple.items()}


_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2A6E0))
_AT_ONCE = 2048  # characters: all of them at once would leave fifteen megabytes of scraps behind


def _simplified(characters):
    """Of these characters those that change, each with what it becomes in one step."""
    simple = dict(zip(characters, _one_by_one("t2s", characters), strict=True))
    for scheme in ("hk2t", "jp2t"):
        foreign = [one for one in characters if simple[one] == one and not _in_gb2312(one)]
        regional = _one_by_one(scheme, foreign)
        simple.update(zip(foreign, _one_by_one("t2s", regional), strict=True))
    return {one: other for one, other in simple.items() if one != other}


@cache
def _left_by_opencc():
    """Traditional characters OpenCC's t2s does not know: those only Hong Kong writes so (枱 is 台), and `_FORGOTTEN`.

    Code point → the simplified character.
    """
    common = [chr(code) for code in range(0x3400, 0xA000) if not _in_gb2312(chr(code))]
    left = [one for one, other in zip(common, _one_by_one("t2s", common), strict=True) if one == other]
    simple = _one_by_one("t2s", _one_by_one("hk2t", left))
    return _FORGOTTEN | {ord(one): other for one, other in zip(left, simple, strict=True) if one != other}


# What OpenCC itself makes of a simplified character (昵 → 暱) and leaves so when it comes back.
_FORGOTTEN = str.maketrans("暱簷痺睪穞", "昵檐痹睾稆")


@cache
def _converter(scheme):
    return OpenCC(scheme)


def _one_by_one(scheme, characters):
    # One call for all; the line ends keep neighbours from forming phrases.
    return _converter(scheme).convert("\n".join(characters)).split("\n")


def _in_gb2312(character):
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _last(simple, character):
    following = simple.get(character, character)
    return character if following == character else _last(simple, following)
