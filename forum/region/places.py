"""What a place is called beside a reply: 34 short names at home, the country abroad, 未知 when nobody knows."""

from typing import NamedTuple

from .countries import CODES, NAMES

# fmt: off
MAINLAND = (
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江",
    "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南",
    "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆",
)
# fmt: on
# The regulator's wording; it stays the same when only countries are shown.
FULLY_NAMED = {"香港": "中国香港", "澳门": "中国澳门", "台湾": "中国台湾"}
SHORT_NAMES = (*MAINLAND, *FULLY_NAMED)
PRECISIONS = ("province", "country", "off")

_CHINA = NAMES["CN"]
_UNKNOWN = "未知"
_NOWHERE = {"", "0", "Reserved"}  # what the texts write for addresses that belong to no place


class Region(NamedTuple):
    """A place as readers see it: `label` at the finest precision (浙江), `country` at the coarser one (中国)."""

    label: str
    country: str

    def at(self, precision: str) -> str:
        """The words to show at a precision of PRECISIONS; nothing when it is "off". Any other raises KeyError."""
        return {"province": self.label, "country": self.country, "off": ""}[precision]


UNKNOWN = Region(_UNKNOWN, _UNKNOWN)


def named(label: str | None) -> Region:
    """The region a stored label stands for, so that an old reply can be shown at today's precision.

    An imported page may have printed anything: 香港 gets its full name, a label we do not know is its own country,
    None and "" show nothing.
    """
    label = FULLY_NAMED.get(label, label or "")
    return Region(label, _CHINA if label in MAINLAND else label)


def label_of(country: str, province: str, code: str = "") -> str | None:
    """The label for one row of ip2region's text; None when we have no name for what it says.

    `code` is the ISO 3166-1 code of newer texts, which name foreign places in English; older ones have none.
    """
    code = code if code in NAMES else CODES.get(country, "")
    if code == "CN":
        return _within_china(province)
    return NAMES.get(code) or (_UNKNOWN if country in _NOWHERE else None)


def _within_china(province: str) -> str:
    # Texts write 浙江省, 浙江, 广西壮族自治区, 香港特别行政区; no short name is the beginning of another.
    short = next((name for name in SHORT_NAMES if province.startswith(name)), _CHINA)
    return FULLY_NAMED.get(short, short)
