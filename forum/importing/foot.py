"""The lines between head and replies: which are the article, which speak about it, which sell something."""

import re

from forum.importing import signs

_ATTRIBUTION_LENGTH = 220
_PROMO_LENGTH = 80
_REACH = 14  # lines from the end in which notices stand
_MENU = 5  # entries
_LABEL = re.compile("^(?:正文|全文|文章(?:内容|正文)?)$")


def is_frame(key):
    """Whether a line belongs to the mirror's frame: navigation, links, buttons."""
    if re.search("[。!?;]", key):
        return False
    return (len(key) <= _PROMO_LENGTH and bool(signs.FRAME.search(key))) or _is_menu(key)


def _is_menu(key):
    entries = re.split("[ |/·>]+", key)
    return len(entries) >= _MENU and max(map(len, entries)) <= 10 and bool(re.search("首页|登录|注册", key))


def is_promo(key):
    """Whether a line asks the reader to follow or install something."""
    return len(key) <= _PROMO_LENGTH and bool(signs.PROMO.search(key))


def is_attribution(key):
    """Whether a line says who wrote the article and who may reprint it."""
    return len(key) <= _ATTRIBUTION_LENGTH and bool(signs.ATTRIBUTION.search(key))


def sort_out(keyed, parts):
    """Put each line where it belongs in the Outline `parts`."""
    filled = [one for one in keyed if one.key or one.line.kind == "image"]
    notices = {id(one) for one in _notices(filled)}
    ended = False
    for at, one in enumerate(filled):
        if id(one) in notices:
            parts.attribution.append(one.line)
            ended = ended or at >= _early(filled)
        elif _sells(one, at, len(filled)):
            parts.promo.append(one.line)
        elif (is_frame(one.key) and _is_loose(one)) or (ended and _is_trailing(one)) or _LABEL.match(one.key):
            parts.frame.append(one.line)
        else:
            parts.body.append(one.line)


def _notices(filled):
    near = filled[_early(filled) :] + filled[:3]
    return [one for one in near if _is_loose(one) and is_attribution(one.key)]


def _early(filled):
    """Before this index a notice is rather the author speaking."""
    return len(filled) * 3 // 10


def _sells(one, at, total):
    anywhere = "更多精彩内容" in one.key or one.key.startswith("查看详情")
    return _is_loose(one) and is_promo(one.key) and (anywhere or at >= total - _REACH)


def _is_loose(one):
    return one.line.kind in ("text", "quote", "item") and one.line.place != "body-text"


def _is_trailing(one):
    """After the reprint line: short, no sentence, so a button, a tag or a recommended title."""
    return len(one.key) <= 60 and not re.search("[。!?;…]", one.key)
