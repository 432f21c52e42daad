"""What stands between the title and the article: author, date, counters, in any order."""

import datetime
import re
from dataclasses import dataclass

from forum.importing import signs
from forum.importing.counters import find_counters

_REACH = 12  # lines after the title in which counters are looked for
_SHORT = 60  # characters
_LABELLED = re.compile(r"(?:作者|文) ?[:/] ?(?P<name>[^\s:/|]{1,30})(?=\s|$)")
_NAME = re.compile(r"^(?:(?:本文)?作者|文|编辑|by|author) ?[:/|丨 ] ?(?P<name>[^:/|。!?,;]{1,30})$", re.IGNORECASE)
_ROLES = re.compile(r"(?:^| )(?:专栏作[家者]|官方|作家|关注|社区作者|原创)(?= |$)")

_NOISE = re.compile(
    r"[\W\d]*|-?[\d,.]+ ?(?:评论|浏览|阅读|收藏|分钟)|(?:来源|分类|标签|栏目|字号|阅读|字体)\b.*|.*[>»›:].*|\d+:\d+"
)


@dataclass
class Head:
    """The facts of the lines under the title."""

    counters: object = None
    byline: str = ""
    published: datetime.date | None = None
    summary: str = ""


def read_head(keyed):
    """(Head, how many of the lines belong to it)."""
    head = Head()
    filled = [at for at, one in enumerate(keyed) if one.key][:_REACH]
    last = _find_last(keyed, filled)
    for at in filled:
        if at > last:
            break
        if keyed[at].line.kind != "image":
            _read(head, keyed[at].key)
    if rest := [at for at in filled if at > last]:
        head.summary = _summary(keyed[rest[0]])
    return head, last + 1


def read_date(text):
    """The first date in a text, or None."""
    match = signs.DATE.search(text)
    try:
        return datetime.date(*map(int, match.group("y", "m", "d"))) if match else None
    except ValueError:
        return None


def _find_last(keyed, filled):
    """Where the head ends: at the counters, or at the last line that names the author or the day."""
    last, seen = _counted(keyed, filled), []
    for at in filled:
        if at <= last:
            continue
        one = keyed[at]
        if find_counters(one.key) or _is_name(one.key) or _is_dated(one.key) or one.line.place == "byline":
            last = at
            seen = []
        elif _is_prose(one) or len(seen) == 2:
            break
        else:
            seen.append(at)
    return last


def _counted(keyed, filled):
    """Where the counters stand, if nothing but short lines stands before them; -1 where there are none."""
    for at in filled:
        if find_counters(keyed[at].key):
            return at
        if len(keyed[at].key) > _SHORT or keyed[at].key.endswith("。"):
            break
    return -1


def _is_prose(one):
    return (
        len(one.key) > 30
        or one.line.kind != "text"
        or signs.SENTENCE.search(one.key + " ")
        or signs.NUMBERED.match(one.key)
    )


def _is_name(key):
    return bool(_NAME.match(key))


def _is_dated(key):
    return len(key) <= 60 and bool(signs.DATE.search(key)) and not re.search(r"[。!?;]", key)


def _read(head, key):
    found = find_counters(key)
    if found:
        head.counters = found.counters
        key = f"{found.before} {found.after}".strip()
    head.published = head.published or read_date(key)
    named = _NAME.match(key) or _LABELLED.search(key)
    key = named["name"] if named else signs.DATE.sub(" ", key)
    name = _ROLES.sub(" ", re.sub(r"^(?:发布于|发表于|时间[:]?|日期[:]?)|(?:发布于?|发表于?)$|[·•|]", " ", key)).strip()
    if name and not head.byline and len(name) <= 30 and not signs.SENTENCE.search(name) and not is_noise(name):
        head.byline = re.sub(r"^(?:本文)?作者 ?[:/]? ?", "", name)


def is_noise(name):
    """Whether a short line of the head is a label, not a name."""
    return bool(_NOISE.fullmatch(name))


def _summary(one):
    match = signs.SUMMARY.match(one.key)
    if match:
        return one.line.text.strip()
    return one.line.text.strip() if one.line.kind == "quote" else ""
