"""Half-width marks between Han → full-width: 昨天,我们 → 昨天，我们.

Only on a page where they are the rule. Marks inside Latin words, numbers, addresses and times stay.
"""

import re
from functools import partial

from forum.importing.lines import MARKS

_WIDE = {",": "，", "!": "！", "?": "？", ":": "：", ";": "；", "(": "（", ")": "）", "~": "～"}
_HAN = "\u3400-\u9fff"
_CLOSING, _OPENING = "”’》」』】）…。，！？：；、", "“‘《「『【（"
_LEFT, _RIGHT = f"[{_HAN}{_CLOSING}\ufdd0-\ufdef]", f"[{_HAN}{_OPENING}\ufdd0-\ufdef]"
_SINGLE = re.compile(f"(?<={_LEFT})[,;:!?]+|(?<![,;:!?])[,;:!?]++(?={_RIGHT})|(?<=[{_HAN}])~(?=[{_HAN}])")
_PAIR = re.compile(r"\(([^()\n]{1,200})\)")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[\w\-./?%&=:#~,;!+@]+|(?<![\w.+\-])[\w.+\-]+@[\w\-]+\.[\w.\-]+|`[^`\n]+`"
    r"|(?<![\w.\-])[\w.\-]+\.(?:com|cn|net|org)(?:/[\w\-./?%&=:#~,;!+]*)?",  # from where a word begins: linear
    re.ASCII,
)
LEAST = 2  # marks on a page
RULE = 0.7  # of the marks beside Han are half-width


def mend(texts):
    """Widen the marks of a page that has nearly none wide."""
    pairs = [_widened(text) for text in texts]
    counts = [count for _text, count in pairs]
    narrow, wide = sum(counts), sum(len(re.findall("[，！？：；（）]", text)) for text in texts)
    share = narrow / max(narrow + wide, 1)
    if narrow < LEAST or share < RULE:
        return texts, [0] * len(texts), 0.0
    return [text for text, _count in pairs], counts, share


def _widened(text):
    """(the text with its marks wide, how many were changed); repeated, as one mark is the neighbour of the next."""
    before = None
    kept = [False] * len(text)
    for match in _ADDRESS.finditer(text):
        kept[match.start() : match.end()] = [True] * len(match.group())
    start = text
    while before != text:
        before = text
        text = _SINGLE.sub(partial(_wide, kept), text)
        text = _PAIR.sub(partial(_bracketed, kept), text)
    return text, sum(one != other for one, other in zip(start, text, strict=True))


def _wide(kept, match):
    if kept[match.start()]:
        return match.group()
    return "".join(_WIDE[one] for one in match.group())


def _bracketed(kept, match):
    """A pair with Han inside; one with none is Latin's own (f(x), B端(to B))."""
    if kept[match.start()] or not re.search(f"[{_HAN}]", MARKS.sub("", match.group(1))):
        return match.group()
    return f"（{match.group(1)}）"
