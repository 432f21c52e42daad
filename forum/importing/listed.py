"""The replies listed under the article: where they begin, where each ends, where it came from."""

import re

from forum.importing import signs
from forum.importing.foot import is_attribution, is_promo
from forum.importing.lines import plain
from forum.importing.page import PageReply

_SIGN_LENGTH = 60  # characters; longer lines are somebody's words
_PREAMBLE = 4  # lines from the head of the replies to the gate, both a notice on manners and the head counted
_SUFFIX = re.compile(r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$")


def find_replies(keyed, start):
    """The index at which the replies begin; the number of lines when the page lists none."""
    for at, one in enumerate(keyed):
        if at >= start and one.key and (one.line.reply is not None or one.line.place == "replies"):
            return _back_to_head(keyed, at, start)
    feet, heads = _feet(keyed, start), _matching(keyed, start, signs.COMMENT_HEAD)
    gates = _matching(keyed, start, signs.GATE, signs.NO_COMMENTS)
    gate = max((at for at in gates if at < feet[0]), default=None) if feet else min(gates, default=None)
    if gate is not None:
        reach = _reach(keyed, gate)
        near = [at for at in heads if reach <= at < gate]
        return min([*near[-1:], _back_to_head(keyed, gate, start)])
    first = min(feet, default=len(keyed))
    last = max((at for at, one in enumerate(keyed) if one.key), default=0)
    confirmed = [at for at in heads if at < first and (feet or at >= last)]
    if confirmed:
        return confirmed[-1]
    return _before_first_foot(keyed, start, first) if feet else first


def read_replies(keyed):
    """The PageReplies of the lines from the comment head on."""
    is_labelled = any(one.line.reply is not None for one in keyed)
    groups = _labelled(keyed) if is_labelled else _by_feet(keyed)
    return _unnumbered([group for group in groups if _filled(group[0])])


def region_label(text):
    """The bare label: 浙江省 → 浙江; None when the page names no place."""
    text = _SUFFIX.sub("", (text or "").strip())
    return text or None


def _back_to_head(keyed, at, start):
    while at > start and (not keyed[at - 1].key or _is_furniture(keyed[at - 1].key)):
        at -= 1
    return at


def _reach(keyed, gate):
    """The index from which on at most the preamble stands before the gate."""
    filled = [at for at in range(gate) if keyed[at].key]
    return filled[-_PREAMBLE] if len(filled) >= _PREAMBLE else 0


def _matching(keyed, start, *patterns):
    return [at for at in range(start, len(keyed)) if _is_one_of(keyed[at].key, patterns)]


def _is_one_of(key, patterns):
    return bool(key) and len(key) <= _SIGN_LENGTH and any(pattern.match(key) for pattern in patterns)


def _feet(keyed, start=0):
    """Where replies end. A bare 来自浙江 is a foot only on pages without fuller ones."""
    feet = _matching(keyed, start, signs.FOOT, signs.BARE_FOOT)
    sure = {at for at in feet if not signs.BARE_PLACE.match(keyed[at].key)}
    if not sure:
        return _after_the_gate(keyed, start, feet)
    following = {at: next((n for n in range(at + 1, len(keyed)) if keyed[n].key), None) for at in feet}
    return [at for at in feet if at in sure or _is_button(keyed, following[at])]


def _after_the_gate(keyed, start, feet):
    gates = _matching(keyed, start, signs.COMMENT_HEAD, signs.GATE)
    return [at for at in feet if at > gates[-1]] if gates else feet


def _is_button(keyed, at):
    return at is not None and bool(signs.BARE_FOOT.match(keyed[at].key))


def _is_furniture(key):
    return _is_one_of(key, (signs.COMMENT_HEAD, signs.GATE, signs.NO_COMMENTS, signs.FLOOR))


def _before_first_foot(keyed, start, foot):
    for at in range(foot - 1, start, -1):
        if is_promo(keyed[at].key) or is_attribution(keyed[at].key):
            return at + 1
    for at in range(foot, start, -1):
        marker = signs.MARKER.match(keyed[at].line.text)
        if marker and marker["n"] == "1" and not keyed[at - 1].key:
            return at
    return max(at for at in range(start, foot + 1) if (keyed[at].key and at < foot) or at == start)


def _labelled(keyed):
    owned, groups = {}, []
    for one in keyed:
        if one.line.reply is not None:
            owned.setdefault(one.line.reply, []).append(one)
    for mine in owned.values():
        ends = set(_feet(mine))
        feet = [mine[at] for at in sorted(ends)]
        texts = [
            one for at, one in enumerate(mine) if at not in ends and not _is_one_of(one.key, (signs.FLOOR, signs.TIME))
        ]
        groups.append((texts, _region(feet)))
    return groups


def _by_feet(keyed):
    groups, current, before, is_begun = [], [], "", False
    indent = _marker_indent(keyed)
    feet = set(_feet(keyed))
    for at, one in enumerate(keyed):
        if at in feet:
            groups.append((current, _region([one])))
            current, is_begun = [], False
        elif not is_begun and _is_furniture(one.key):
            continue
        elif is_begun and not (feet and before) and _starts_next(one, indent, len(groups) + 2):
            groups.append((current, None))
            current = [one]
        else:
            current.append(one)
            is_begun = is_begun or bool(one.key)
        before = one.key
    # What follows the last foot is a reply only where replies are numbered; else it is the mirror's frame.
    if _filled(current) and _starts_next(
        _filled(current)[0], indent, len([1 for one in groups if _filled(one[0])]) + 1
    ):
        groups.append((current, None))
    return groups


def _marker_indent(keyed):
    """How far the numbers of the replies are indented, when that tells them from the replies' own numbers."""
    first = next((one for one in keyed if one.key and not _is_furniture(one.key)), None)
    marker = first and signs.MARKER.match(first.line.text)
    if not marker or marker["n"] != "1":
        return None
    return len(marker["indent"].expandtabs(4))


def _starts_next(one, indent, expected):
    marker = signs.MARKER.match(one.line.text)
    if not marker or indent is None or int(marker["n"]) != expected:
        return False
    return len(marker["indent"].expandtabs(4)) == indent


def _region(feet):
    for one in feet:
        match = signs.FOOT.match(one.key)
        if match and match["region"]:
            return region_label(match["region"])
    return None


def _filled(group):
    return [one for one in group if one.key]


def _unnumbered(groups):
    """The replies without the list's own numbers, when every one has its own in order."""
    numbered = all(_has_number(_filled(texts)[0], at) for at, (texts, _where) in enumerate(groups, 1))
    bulleted = all(signs.BULLET.match(_filled(texts)[0].line.text) for texts, _where in groups)
    strip = signs.MARKER if numbered else signs.BULLET if bulleted else None
    return tuple(_reply(texts, region, strip) for texts, region in groups)


def _has_number(one, expected):
    marker = signs.MARKER.match(one.line.text)
    return bool(marker) and int(marker["n"]) == expected and one.line.reply is None


def _reply(texts, region, strip):
    first = texts.index(_filled(texts)[0])
    lines = [plain(one.line.text).rstrip() if one.key else "" for one in texts[first:]]
    if strip:
        lines[0] = strip.sub("", lines[0])
    lines = [lines[0].strip(), *_dedented(lines[1:])]
    return PageReply(region=region, text="\n".join(lines).strip(), line=texts[first].line.number)


def _dedented(lines):
    """Without the indentation all lines share; what a line has beyond that was typed."""
    margins = [len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()]
    margin = min(margins, default=0)
    return [line[margin:] for line in lines]
