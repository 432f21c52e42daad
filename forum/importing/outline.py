"""Lines → the parts of a page: title, head, body, foot, replies."""

from dataclasses import dataclass, field, replace

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from forum.chinese import han_count, latin_words
from forum.importing import signs
from forum.importing.counters import find_counters
from forum.importing.foot import is_attribution, is_frame, is_promo, sort_out
from forum.importing.head import read_head
from forum.importing.lines import Line, key
from forum.importing.listed import find_replies, read_replies
from forum.importing.page import NotAPage
from forum.limits import ARTICLE_LEAST, BODY_LENGTH, TITLE_LENGTH

_TOP = 60  # lines in which the counters are looked for when a menu stands first
_NEAR = 4  # lines; where a page whose facts name the title prints it once more
_ENTRIES = 4  # of a list of articles; fewer are related ones under an article
_TEASER = 120  # characters; longer lines are read, not shown to be clicked


@dataclass
class Keyed:
    """A line with the form it is recognised by."""

    line: Line
    key: str


@dataclass
class Outline:
    """The parts of a page, each as the lines it is made of."""

    title: str
    title_line: int
    head: object
    head_lines: list
    body: list = field(default_factory=list)
    attribution: list = field(default_factory=list)
    promo: list = field(default_factory=list)
    frame: list = field(default_factory=list)
    replies: list = field(default_factory=list)


def outline(draft):
    """Tell the parts of a page apart. Raises NotAPage when there is no title or no article."""
    keyed = [Keyed(line, "" if line.is_blank else key(line.text)) for line in draft.lines]
    frame, at = _skip_frame(keyed)
    title, number, at = _title(draft, keyed, at)
    end = find_replies(keyed, at)
    head, start = read_head(keyed[at:end])
    parts = Outline(title, number, head, [one.line for one in keyed[at : at + start] if one.key], frame=frame)
    parts.replies = read_replies(keyed[end:])
    sort_out(keyed[at + start : end], parts)
    parts.body = _without_title(parts.body, key(title))
    _require_an_article(parts, draft)
    return parts


def _skip_frame(keyed):
    frame = []
    for at, one in enumerate(keyed):
        if one.key and not is_frame(one.key) and one.line.place != "byline":
            return frame, at
        if one.key:
            frame.append(one.line)
    return frame, len(keyed)


def _title(draft, keyed, at):
    """(the title, its source line or 0, the index after it)."""
    if draft.title:
        draft = replace(draft, title=_bare(draft.title, keyed[at : at + _NEAR]))
        repeated = (n for n in range(at, min(at + _NEAR, len(keyed))) if keyed[n].key == key(draft.title))
        found = next(repeated, None)
        return (draft.title, 0, at) if found is None else (draft.title, keyed[found].line.number, found + 1)
    at = _above_counters(keyed, at)
    if at == len(keyed) or not _may_be_title(keyed[at]):
        raise NotAPage(format_lazy(_("The page has no title, or one of over {count} characters."), count=TITLE_LENGTH))
    return keyed[at].line.text.strip(), keyed[at].line.number, at + 1


def _above_counters(keyed, at):
    """Past a menu of many short lines: the longest of the few lines above the counters is the title."""
    filled = [n for n in range(at, len(keyed)) if keyed[n].key][:_TOP]
    counted = next((n for n in filled if (found := find_counters(keyed[n].key)) and not found.before), None)
    above = [n for n in filled if counted is not None and n < counted]
    if len(above) <= _NEAR or max(len(keyed[n].key) for n in above) > TITLE_LENGTH:
        return at
    return max(above[-_NEAR:], key=lambda n: len(keyed[n].key))


def _bare(title, near):
    """The title without the site's name, as the page itself prints it or as sites are named."""
    printed = (one.line.text.strip() for one in near if one.key and key(title).startswith(one.key))
    return max(printed, key=len, default="") or _without_site(title) or title


def _without_site(title):
    return signs.SITE_TAIL.sub("", title).strip() if len(title) <= 4 * TITLE_LENGTH else title


def _may_be_title(one):
    if len(one.key) > TITLE_LENGTH or one.line.kind in ("image", "code", "row") or one.line.reply is not None:
        return False
    signs_of_others = (signs.COMMENT_HEAD, signs.GATE, signs.NO_COMMENTS, signs.FOOT, signs.BARE_FOOT, signs.DATE)
    if any(sign.match(one.key) for sign in signs_of_others) or find_counters(one.key):
        return False
    is_prose = len(one.key) > 40 and one.key.endswith("。")
    return not is_prose and not is_promo(one.key) and not is_attribution(one.key) and any(map(str.isalpha, one.key))


def _without_title(body, title):
    """Without a repetition of the title at its head."""
    return body[1:] if body and key(body[0].text) == title else body


def _require_an_article(parts, draft):
    prose = [key(line.text) for line in parts.body if line.kind not in ("code", "row")]
    han = sum(map(han_count, prose))
    is_marked = any((parts.head.counters, parts.head.byline, parts.attribution, parts.replies, draft.author))
    # Without any sign of a page only Chinese prose is taken for an article.
    is_prose = han >= max(3 * ARTICLE_LEAST, sum(map(latin_words, prose))) and any(map(_is_sentence, prose))
    if sum(map(_weight, prose)) < ARTICLE_LEAST or not (is_marked or is_prose) or _is_listing(parts.body, is_marked):
        raise NotAPage(_("The file holds no article."))
    if sum(len(line.text) for line in parts.body) > BODY_LENGTH:
        raise NotAPage(_("The article is longer than a thread may be."))


def _is_listing(body, is_marked):
    """Whether this is a list of articles: counters again and again, or nothing but titles with a line under each."""
    if sum(bool(find_counters(key(line.text))) for line in body) >= _ENTRIES:
        return True
    kinds = [line.kind == "heading" for line in body]
    alternate = kinds[::2].count(True) >= _ENTRIES and all(kinds[::2]) and not any(kinds[1::2])
    return alternate and not is_marked and all(len(line.text) < _TEASER for line in body)


def _is_sentence(key):
    return _weight(key) >= ARTICLE_LEAST and key.endswith(signs.FULL_STOPS)


def _weight(text):
    return han_count(text) + 2 * latin_words(text)
