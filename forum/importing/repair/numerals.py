"""Over-conversion: 一 written 壹 and 网 written 网路 all over a page.

Only when systematic: in most places the plain word must be in the dictionary, and the page must not use the plain
character.
"""

import re

from forum.importing.repair.words import is_word

_AMOUNT = "零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億元圆圓"
_ONE = re.compile(f"(?<![{_AMOUNT}第])壹(?![{_AMOUNT}])|(?<=第)壹")
_NET = re.compile("[网網]路(?=[络絡]?)")
LEAST = 2
SYSTEMATIC = 0.8


def mend(texts):
    """Write 一 for 壹 and 网 for 网路 where a page has them everywhere."""
    whole = "\n".join(texts)
    counts, mended, sure = [0] * len(texts), texts, []
    for pattern, right in ((_ONE, "一"), (_NET, "网")):
        share = _share(whole, pattern, right)
        if share >= SYSTEMATIC:
            pairs = [pattern.subn(right, text) for text in mended]
            mended = [text for text, _count in pairs]
            counts = [before + count for before, (_text, count) in zip(counts, pairs, strict=True)]
            sure.append(share)
    return mended, counts, min(sure, default=0.0)


def _share(whole, pattern, right):
    """How much of the page's use of the plain character is over-converted; 0 where the plain word makes no sense."""
    found = list(pattern.finditer(whole))
    if len(found) < LEAST or len({_around(whole, match) for match in found}) < 2:
        return 0
    sensible = sum(_makes_word(whole, match, right) for match in found)
    plain = whole.count(right) - (len(found) if right == "网" else 0)
    return len(found) / (len(found) + max(plain, 0)) if sensible >= LEAST and sensible * 2 >= len(found) else 0


def _around(whole, match):
    return whole[max(match.start() - 1, 0) : match.end() + 1]


def _makes_word(whole, match, right):
    before, after = whole[max(match.start() - 2, 0) : match.start()], whole[match.end() : match.end() + 2]
    return any(
        is_word(word)
        for word in (
            before[-1:] + right,
            right + after[:1],
            before + right,
            right + after,
            before[-1:] + right + after[:1],
        )
    )
