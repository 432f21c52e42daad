"""Who wrote it, as the reprint line says, and the private contact such a line carries."""

import re

from forum.importing import signs
from forum.importing.lines import MARKS, key

_ROLE = rf"(?:{signs.SITE})?(?:社区)?(?:特邀)?(?:专栏作[家者]|作[家者]|用户|网友|会员|团队成员)?"
_END = r"(?=\s*(?:\(|原创|投稿|翻译|编译|发布|授权|撰写|供稿|首发|整理|采写|转载|[,。;|·]| ?发表|$))"
_PATTERNS = (
    re.compile(rf"(?:本文)?由 ?@?{_ROLE} ?[::]? ?@?[《「“]?(?P<name>[^(),。;:]{{1,40}}?)[》」”]?{_END}"),
    re.compile(rf"^[#*>\s(\[【]*(?:(?:本文|原文)?作者|文) ?[:/|丨] ?@?{_ROLE}@?(?P<name>[^(),。;:]{{1,40}}?){_END}"),
)
_NOT_NAMES = re.compile(rf"^(?:{signs.SITE}|网络|互联网|本站|佚名|未知)$")
# Over the text as it stands, before or after repair, so both widths and both scripts.
_RAW_REACHES = (
    "(?:[个個]人)?(?:微信(?:公[众眾])?[号號]?|公[众眾][号號]|[Qq] ?[Qq]群?|[邮郵]箱|[电電]子[邮郵]件|[Ee]-?[Mm]ail"
    "|手[机機][号號]?|[电電][话話]|微博|[Ww]e[Cc]hat|[Vv][Xx]|[Tt]el)"
)
_GLOSS = r"(?:\([a-zü\u00e0-\u01dc]{1,7}\))?"
_INSIDE = r"(?:[^（()）]|\([a-zü\u00e0-\u01dc]{1,7}\))"
_BRACKETED = re.compile(rf"[（(]{_INSIDE}{{0,12}}?{_RAW_REACHES}{_GLOSS}{_INSIDE}{{0,60}}[）)]")
_LOOSE = re.compile(rf"(?<![,，;；、 ])[,，;；、 ]*+{_RAW_REACHES}{_GLOSS}\s*[:：]\s*[A-Za-z0-9_.@+\-]{{3,40}}")
_MAIL = re.compile(r"[A-Za-z0-9._+\-]{1,60}@[A-Za-z0-9\-]{1,60}(?:\.[A-Za-z]{2,10}){1,3}")


def attributed_name(text):
    """The author's name in a reprint line, or ""."""
    recognised = key(text)
    for pattern in _PATTERNS:
        match = pattern.search(recognised)
        if match and not _NOT_NAMES.match(match["name"].strip()):
            return match["name"].strip(" @《》「」“”")
    return ""


def private_contact(text):
    """The part of a reprint line that is a person's contact, with its brackets, or ""."""
    for pattern in (_BRACKETED, _LOOSE, _MAIL):
        if match := pattern.search(MARKS.sub("", text)):
            return match.group()
    return ""
