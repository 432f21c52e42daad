"""Which elements and which class names mean what on the pages we read."""

import re

from forum.importing.lines import CODE, CODE_END, EM, EM_END, STRONG, STRONG_END

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SKIPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "select",
    "textarea",
    "object",
    "video",
    "audio",
    "canvas",
}
BLOCKS = {
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "title",
    "tr",
    "ul",
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
ASIDE_TAGS = {"nav", "aside", "footer", "dialog"}
SPANS = {
    "b": (STRONG, STRONG_END),
    "strong": (STRONG, STRONG_END),
    "em": (EM, EM_END),
    "i": (EM, EM_END),
    "code": (CODE, CODE_END),
}
NAMES = {
    "og:title": "og:title",
    "author": "signed",
    "article:author": "signed",
    "og:url": "url",
    "article:published_time": "published",
    "datepublished": "published",
    "pubdate": "published",
}


def _names(words):
    return re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_-])")


ASIDE = _names(
    r"sidebar|side|sider|aside|nav|navbar|navigation|menu|footer|breadcrumbs?|crumbs?|share|social|related|recommend|recommended"
    r"|recommendation|hot|popular|rank|ranking|ads?|advert|advertisement|banner|toolbar|modal|popup|dialog|pagination|pager|tags?"
    r"|qrcode|author-card|author-info|topbar|login"
)
CONTENT = _names(
    r"article(?:--|-|__|_)(?:content|body|text|detail)|(?:post|entry|main|news|page|detail)(?:--|-|__|_)(?:content|body|text)"
    r"|content(?:--|-|__|_)(?:body|article|text)|articlebody|rich_media_content|grap|artibody|markdown-body"
)
ARTICLE = re.compile(r"(?:^|\s)(?:article|post|entry|content|single|detail)(?=$|\s)")
REPLIES = re.compile(r"comment|repl(?:y|ies)|pinglun|discuss")
NOT_REPLIES = re.compile(r"count|num|meta|form|respond|login|btn|button|link|icon|gate|input|editor|article|post-")
ITEM = re.compile(
    r"(?:^|\s)(?:comment(?:[-_]*(?:item|row|card|entry|list-item|\d+))?|reply[-_]*(?:item|row|card|\d+))(?=$|\s)|(?:^|\s)depth-\d"
)
_PEOPLE = r"author|byline|writer|nickname|nick|username|user|vcard|fn|avatar|post-author"
BYLINE = _names(_PEOPLE)
SPEAKER = _names(rf"{_PEOPLE}|name")  # who wrote a reply
