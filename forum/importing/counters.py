"""The line of counters: `5 评论 9579 浏览 136 收藏 5 分钟`, in any order, either side first, with gaps."""

import re
from typing import NamedTuple

from forum.importing.page import Counters

_NAMES = {
    "评论": "comments",
    "留言": "comments",
    "浏览": "views",
    "阅读": "views",
    "收藏": "favourites",
    "分钟": "minutes",
}
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?(?: ?[万亿wkWK])?\+?|-{1,2}|(?<![—–])[—–]+)"
_LABEL = r"(?P<label>评论|留言|浏览|阅读|收藏|分钟)"
_FIRST = re.compile(
    r"(?<![\d:/.,-])" + _NUMBER + r" ?[条次个人篇]{0,2} ?" + _LABEL + r"(?:量|数)?(?:阅读|时长)?(?![\u4e00-\u9fff])"
)
_LAST = re.compile(_LABEL + r"(?:量|数|人数|时间)?(?: ?[:(] ?| )?" + _NUMBER + r"(?![\d/.年月日-])(?: ?[条次个人])?\)?")
_FACTS = re.compile(r"(?:19|20)\d\d[-/.年]\d|作者[:/]")  # what else such a line tells
_LABELS = re.compile("评论|浏览|阅读|收藏|分钟")
_SCALES = {"万": 10_000, "w": 10_000, "k": 1_000, "亿": 100_000_000}
_LARGEST = 2_000_000_000


class CounterLine(NamedTuple):
    """The counters of a line, and what stands before and after them in it."""

    counters: Counters
    before: str
    after: str


def find_counters(key):
    """The CounterLine of a recognised line (`lines.key`), or None when it counts nothing."""
    pairs = max((_longest_run(pattern, key) for pattern in (_FIRST, _LAST)), key=len)
    if not pairs:
        return CounterLine(Counters(), "", "") if _only_labels(key) else None
    before, after = key[: pairs[0].start()].strip(" ·|"), key[pairs[-1].end() :].strip(" ·|")
    if len({_NAMES[pair["label"]] for pair in pairs}) < 2 and (before or after) and not _FACTS.search(key):
        return None
    values = {}
    for pair in pairs:
        values.setdefault(_NAMES[pair["label"]], number(pair["number"]))
    return CounterLine(
        Counters(**values), before, _LABELS.sub("", after).strip(" ·|") if _only_labels(after) else after
    )


def number(text):
    """9579, `9,579` and `1.2万` as an int; None for a dash, or for more than a page can count."""
    text = text.lower().replace(",", "").replace(" ", "").rstrip("+")
    try:
        value = float(text.rstrip("万亿wk")) * _SCALES.get(text[-1:], 1)
    except (ValueError, OverflowError):
        return None
    return round(value) if value <= _LARGEST and (text[-1:] in _SCALES or value.is_integer()) else None


def _longest_run(pattern, key):
    best, run, end = [], [], 0
    for match in pattern.finditer(key):
        if not (run and _is_gap(key[end : match.start()])):
            run = []
        run.append(match)
        end = match.end()
        best = max(best, run, key=len)
    return best


def _is_gap(text):
    return not _LABELS.sub("", text).strip(" ·•|/,;")


def _only_labels(key):
    return len(_LABELS.findall(key)) >= 2 and _is_gap(key)
