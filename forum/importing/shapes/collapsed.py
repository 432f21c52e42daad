"""A page whose line ends were lost: everything on one line, or on two or three."""

import re

from forum.importing import signs
from forum.importing.lines import Draft, Line, key
from forum.importing.shapes.typed import with_headings

_FEW = 3  # lines
_NEAR = 200  # characters before a blank that are looked at
_LONG = 160  # characters in the longest of them
_GLOSS = r"(?:\([a-zü\u00e0-\u01dc]{1,7}\))?"
_LABEL = (
    rf"(?:[评評]{_GLOSS}[论論]{_GLOSS}|[浏瀏]{_GLOSS}[览覽]{_GLOSS}|[阅閱]{_GLOSS}[读讀]{_GLOSS}|收藏|分[钟鐘]{_GLOSS})"
)
_NUMBER = r"\d[\d,.]{0,20}+"
_PAIR = rf"{_NUMBER}\s*+(?:[万萬wk]\s*+)?{_LABEL}"
_COUNTERS = re.compile(
    rf"(?<!\d){_PAIR}(?:\s*(?:{_PAIR}|{_LABEL}))+|{_LABEL}[:：]?\s*{_NUMBER}(?:\s*{_LABEL}[:：]?\s*{_NUMBER})+"
)
_HAN = r"[\u3400-\u9fff]"
_FROM = rf"[来來]{_GLOSS}自"
_BACK = rf"回[复復複覆]{_GLOSS}"
_FOOT = re.compile(
    rf"(?:(?<=\s)|(?<=[。！!？?]))({_FROM}\s?(?:{_HAN}{_GLOSS}){{2,8}}?\s*{_BACK})(?=\s|$)|(?<=\s)({_FROM}(?:{_HAN}{_GLOSS}){{2,6}}|{_BACK})(?=\s+\d{{1,3}}[.、]\s|\s*$)"
)
_GATE = re.compile(
    rf"(?:^|\s)((?:[评評]{_GLOSS}[论論]{_GLOSS}\s+)?[评評]{_GLOSS}[论論]{_GLOSS}[请請]{_GLOSS}登[录錄]{_GLOSS})(?=\s|$)"
)
_HEAD = re.compile(rf"\s([评評]{_GLOSS}[论論]{_GLOSS}(?:\s*[(（]\d+[)）])?)\s+(?=1[.、]\s)")
_NOTICE = re.compile(r"\s(?=本文(?:由|[来來]自|系)|更多精彩[内內]容|[题題](?:图|圖)|[该該]文[观觀])")
_GAP = re.compile(r"[ \t\u00a0\u3000]+")
_ENDS = tuple("。！？!?…”’）)》：:~～；;")
_OPENS = tuple("。，、；：！？,;:!?)）”’》…~～")


def fits(text):
    """Whether the text looks like a page saved without its line ends."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) <= _FEW and max(map(len, lines), default=0) >= _LONG


def read(text):
    """The Draft of a collapsed text, with the line ends put back where the page's own signs show them."""
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        head, body, listed = _cut(line)
        parts = [*head, *(part for chunk in body for part in paragraphs(chunk)), *listed]
        lines += [Line(text=part, number=number) for part in parts]
    return Draft(lines=tuple(with_headings(lines)))


def paragraphs(text):
    """A run of text cut at the blanks that stood for line ends; blanks inside a sentence stay."""
    parts, start = [], 0
    wide = len(re.findall(r"\S\s{2,}\S", text)) >= 2
    for gap in _GAP.finditer(text):
        before = text[max(start, gap.start() - _NEAR) : gap.start()].strip()
        if (wide and len(gap.group()) > 1) or _is_break(before, text[gap.end() : gap.end() + 40]):
            parts.append(text[start : gap.start()].strip())
            start = gap.end()
    return [part for part in [*parts, text[start:].strip()] if part]


def _is_break(before, after):
    if not before or not after or after.startswith(_OPENS):
        return False
    if signs.NUMBERED.match(key(after)) and (before.endswith(_ENDS) or re.match(_HAN, before[-1])):
        return True
    is_heading = len(before) <= 30 and bool(signs.NUMBERED.match(key(before))) and not re.search(r"[。！!;；]", before)
    return (is_heading and bool(re.match(_HAN, after))) or before.endswith(_ENDS)


def _cut(line):
    counted = _COUNTERS.search(line)
    head, rest = _cut_head(line, counted)
    gate = _GATE.search(rest) or _HEAD.search(rest)
    foot = _FOOT.search(rest)
    at = gate.start(1) if gate and (not foot or gate.start() < foot.start()) else _first_reply(rest, foot)
    return head, _NOTICE.split(rest[:at]), _listed(rest[at:], gate.end(1) - at if gate and gate.start(1) == at else 0)


def _cut_head(line, counted):
    if counted and counted.start() < 400:
        before = _GAP.split(line[: counted.start()].strip(), maxsplit=0) if counted.start() else []
        return [*_title_and_byline(before), counted.group()], line[counted.end() :]
    title, _gap, rest = line.strip().partition(" ")
    return ([title], rest) if rest and len(title) <= 80 else ([], line)


def _title_and_byline(words):
    # A title may hold blanks; the author and the day stand last.
    dated = next((at for at, word in enumerate(words) if signs.DATE.match(word)), None)
    if dated and dated > 1:
        return [" ".join(words[: dated - 1]), " ".join(words[dated - 1 :])]
    return [" ".join(words)] if words else []


def _first_reply(rest, foot):
    if not foot:
        return len(rest)
    first = re.search(r"\s(?=1[.、]\s)", rest[: foot.start()])
    return first.end() if first else len(rest)


def _listed(text, head):
    parts, at = text[:head].split(), head
    for foot in _FOOT.finditer(text, head):
        parts += [*_typed(text[at : foot.start()]), foot.group().strip()]
        at = foot.end()
    return [part for part in [*parts, *_typed(text[at:])] if part]


def _typed(reply):
    # Where the indentation survived, a run of blanks is a line end.
    return re.split(r"\s{4,}", reply.strip())
