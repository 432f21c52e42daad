"""What a question says besides its words: author:小林 tag:支付 in:产品 region:浙江 type:评论 after:2024-05."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from forum.chinese import fold

# Every name that is understood → the one the rest of the house uses.
NAMES = {
    **dict.fromkeys(["author", "作者"], "author"),
    **dict.fromkeys(["tag", "标签"], "tag"),
    **dict.fromkeys(["in", "分类"], "in"),
    **dict.fromkeys(["region", "属地"], "region"),
    **dict.fromkeys(["type", "类型"], "type"),
    **dict.fromkeys(["after", "之后"], "after"),
    **dict.fromkeys(["before", "之前"], "before"),
}
KINDS = {**dict.fromkeys(["thread", "文章"], "thread"), **dict.fromkeys(["reply", "评论"], "reply")}
_FILTER = re.compile(rf"(?:(?<=\s)|^)(-?)({'|'.join(NAMES)}):(?:\"([^\"]*)\"|“([^”]*)”|(\S+))")
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_AGO = re.compile(r"(\d{1,4})(?:d|天|日)")


class Filter(NamedTuple):
    """One restriction: its name, its folded value, whether it excludes, and how it stands in the folded question."""

    name: str
    value: str
    is_excluded: bool
    written: str


def parted(question):
    """The folded question without its filters, and the filters; a name that is not ours is a word like others."""
    folded = fold(question)
    found = [
        Filter(NAMES[hit[2]], (hit[3] or hit[4] or hit[5] or "").strip(), bool(hit[1]), hit[0])
        for hit in _FILTER.finditer(folded)
    ]
    return " ".join(_FILTER.sub(" ", folded).split()), [one for one in found if one.value]


def without(question, written):
    """The question as typed again, without one filter; folded, as it was read."""
    return " ".join(fold(question).replace(written, " ", 1).split())


def moment(value):
    """The beginning of 2024, 2024-05, 2024-05-01 or 2024年5月1日, or so many days ago (7d, 7天); None for all else."""
    here = timezone.get_current_timezone()
    if ago := _AGO.fullmatch(value):
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return today - timedelta(days=int(ago[1]))
    if not (date := _DATE.fullmatch(value)):
        return None
    try:
        return datetime(*(int(part or 1) for part in date.groups()), tzinfo=here)
    except ValueError:
        return None
