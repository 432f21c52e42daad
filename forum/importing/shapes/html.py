"""HTML: an article page with everything a site hangs around it."""

import re

from forum.importing.foot import is_attribution
from forum.importing.lines import Draft, key
from forum.importing.shapes.elements import Reader
from forum.limits import ARTICLE_LEAST

_TAGS = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|ul|ol|li|table)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_DECLARATIONS = re.compile(r"<!\[[^>]*>?")
_COMMENT_END = re.compile(r"--!?\s{0,8}>")
_NAME = 4  # characters; less may be a button that says the same
_LONGEST_HEAD = 120  # characters; what stands between title and article and is longer is no fact about it


def fits(text):
    """Whether the text is HTML: it begins like a document, or has several of its blocks."""
    return bool(re.match(r"\s*<(?:!doctype html|html)\b", text, re.IGNORECASE)) or len(_TAGS.findall(text)) >= 3


def read(text):
    """The Draft of an HTML page: the lines of article and replies, without the frame around them."""
    reader = Reader()
    reader.feed(_closed(_DECLARATIONS.sub("", text)))
    reader.finish()
    heading = _heading(reader)
    lines = _lines(reader.lines, heading)
    return Draft(
        lines=tuple(lines),
        title=_title(reader, heading),
        author=reader.facts.get("author", ""),
        signed=reader.facts.get("signed", ""),
        url=reader.facts.get("url", ""),
        published=reader.facts.get("published", ""),
    )


def _closed(text):
    """Without the openings of comments and tags that nothing ends: the parser reads to the end for each of them."""
    ended = max((match.end() for match in _COMMENT_END.finditer(text)), default=0)
    text = text[:ended] + text[ended:].replace("<!--", "")
    head, last, rest = text.rpartition(">")
    return head + last + rest.replace("<", "&lt;")


def _heading(reader):
    """The line that names the article: what the page's own title begins with, else the first h1 in the article."""
    named = key(reader.facts.get("og:title", "") or reader.facts.get("title", ""))
    shown = [line for line in reader.lines if line.place != "aside" and line.kind != "title" and not line.is_blank]
    repeated = [line for line in shown if len(key(line.text)) >= _NAME and named.startswith(key(line.text))]
    if repeated:
        return max(repeated, key=lambda line: len(line.text))
    heads = [line for line in shown if line.level == 1 and line.kind == "heading"]
    return next((line for line in heads if line.place), heads[0] if heads else None)


def _title(reader, heading):
    if heading:
        return heading.text.strip()
    return (reader.facts.get("og:title", "") or reader.facts.get("title", "")).strip()


def _lines(lines, heading):
    after = lines[lines.index(heading) + 1 :] if heading else lines
    for place in ("content", "article"):
        inside = [
            at
            for at, line in enumerate(after)
            if line.place == place or (place == "article" and line.place == "content")
        ]
        if inside and _weight(after[at] for at in inside) >= ARTICLE_LEAST:
            return _around(after, inside[0], inside[-1], place)
    return [line for line in after if line.place != "aside"]


def _around(lines, first, last, place):
    """Short lines before the article (facts about it), the article, its notices, the replies."""
    wanted = ("content", "article") if place == "article" else ("content",)
    for at, line in enumerate(lines):
        if line.reply is not None or line.place == "replies":
            yield line
        elif at < first:
            if line.place != "aside" and line.kind in ("text", "row", "item") and len(line.text) <= _LONGEST_HEAD:
                yield line
        elif at <= last:
            if line.place in wanted:
                yield line
        elif line.place != "aside" and is_attribution(key(line.text)):
            yield line


def _weight(lines):
    return sum(len(key(line.text)) for line in lines)
