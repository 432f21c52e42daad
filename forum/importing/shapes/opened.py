"""An open element, and what its tag and its names say about the words inside."""

from typing import NamedTuple

from forum.importing.shapes.known import ARTICLE, ASIDE, ASIDE_TAGS, CONTENT, HEADINGS, NOT_REPLIES, REPLIES


class Open(NamedTuple):
    """An open element, with what holds for the words inside it."""

    tag: str = ""
    place: str = ""
    skipped: bool = False
    reply: int | None = None
    kind: str = "text"
    level: int = 0
    list_mark: str = ""
    is_byline: bool = False


def placed(now, tag, names):
    """With the place an element of this tag and these names opens: content, article, replies or aside."""
    if (
        REPLIES.search(names)
        and tag in ("div", "section", "ol", "ul", "li", "aside", "article")
        and not NOT_REPLIES.search(names)
    ):
        return now._replace(place="replies")
    if now.place == "replies":
        return now._replace(skipped=now.skipped or tag == "form")
    if tag in ASIDE_TAGS or ASIDE.search(names):
        return now._replace(place="aside")
    if CONTENT.search(names) and now.place != "aside":
        return now._replace(place="content")
    is_article = tag in ("article", "main") or bool(ARTICLE.search(names))
    return now._replace(place="article") if is_article and not now.place else now


def with_kind(now, tag):
    """With the kind of line an element of this tag makes."""
    if tag in HEADINGS:
        return now._replace(kind="heading", level=int(tag[1]))
    kinds = {"pre": "code", "blockquote": "quote", "tr": "row", "title": "title"}
    return now._replace(kind=kinds[tag]) if tag in kinds else now
