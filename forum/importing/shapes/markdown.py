"""Markdown, as page-to-Markdown scrapers write it."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from forum.importing.lines import CELL, CODE, CODE_END, EM, EM_END, LINK, LINK_END, STRONG, STRONG_END, Draft, Line, key
from forum.importing.listed import find_replies
from forum.importing.shapes.typed import with_headings

_FRONT = re.compile(r"\A\s*---\n(?P<facts>(?:[^\n]*\n){0,40}?)---[ \t]*(?:\n|\Z)")
_SCRAPER = re.compile(
    r"\A\s*(?P<facts>Title: [^\n]+\n(?:\s*(?:URL Source|Published Time|Author|Description)[^\n]*\n)*)"
    r"\s*(?:Markdown Content:\n)?"
)
_FACT = re.compile(
    r"^[^\S\n]{0,20}(?P<name>[A-Za-z_]++(?: [A-Za-z_]++){0,4})\s{0,20}:"
    r"\s{0,20}[\"']?(?P<value>.{0,2000}?)[\"']?\s{0,20}$",
    re.MULTILINE,
)
_TITLE = re.compile(r"\s*#{1,2}\s+\S|\s*\S[^\n]{0,120}\n={3,}[ \t]*\n")
_MARKUP = re.compile(
    r"^ {0,3}#{1,6}[ \t]+\S|^ {0,3}(?:```|~~~)|!?\[[^\[\]\n]*\]\((?:https?:|/|\.|#|mailto:|data:)[^()\n]*[()]",
    re.MULTILINE,
)
# One bracket within, not any number: each bracket of a line would be read to the line's end.
_LABEL = r"\[([^\[\]]*(?:\[[^\[\]]*)?)\]"
_ADDRESS = r"\([^()]*(?:\([^()]*)?\)"
_IMAGE = re.compile(f"!{_LABEL}{_ADDRESS}")
_LINK = re.compile(f"{_LABEL}{_ADDRESS}")
_SPANS = {
    "strong_open": STRONG,
    "strong_close": STRONG_END,
    "em_open": EM,
    "em_close": EM_END,
    "link_close": LINK_END,
    "softbreak": "\n",
    "hardbreak": "\n",
}


def fits(text):
    """Whether the text is Markdown: facts in front, a title with #, or several headings, fences or links.

    A lone # or ** is more likely typed by an author.
    """
    return any(sign.match(text) for sign in (_FRONT, _SCRAPER, _TITLE)) or len(_MARKUP.findall(text)) >= 2


def read(text):
    """The Draft of a Markdown text. The replies are read line by line, so that no list of theirs is renumbered."""
    facts, skipped = _facts(text)
    source = text.split("\n")[skipped:]
    typed = [Line(text=_unmarked(line), number=number) for number, line in enumerate(source, skipped + 1)]
    at = find_replies([_Keyed(line) for line in typed], 0)
    lines = with_headings([*_body("\n".join(source[:at]), skipped), *typed[at:]])
    return Draft(
        lines=tuple(lines),
        title=facts.get("title", ""),
        author=facts.get("author", ""),
        url=facts.get("url", "") or facts.get("url source", "") or facts.get("source", ""),
        published=facts.get("date", "") or facts.get("published time", ""),
    )


class _Keyed:
    def __init__(self, line):
        self.line, self.key = line, "" if line.is_blank else key(line.text)


def _facts(text):
    front = _FRONT.match(text) or _SCRAPER.match(text)
    if not front:
        return {}, 0
    facts = {match["name"].lower(): match["value"] for match in _FACT.finditer(front["facts"])}
    return facts, text[: front.end()].count("\n")


def _unmarked(line):
    line = _LINK.sub(r"\1", _IMAGE.sub("", line.rstrip()))
    line = re.sub(r"^ {0,3}#{1,6}\s+|^ {0,3}>\s?", "", line)
    line = re.sub(r"(\*\*|__)(\S.*?)\1", r"\2", line)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)


def _body(text, skipped):
    lines, lists, context = [], [], []
    for token in MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"]).parse(text):
        _follow(token, lists, context)
        number = skipped + 1 + (token.map[0] if token.map else 0)
        if token.type in ("fence", "code_block"):
            lines.append(
                Line(text=token.content.rstrip("\n"), number=number, kind="code", mark=token.info.strip().split(" ")[0])
            )
        elif token.type == "html_block":
            lines.append(Line(text=re.sub(r"<[^<>]*>", "", token.content).strip(), number=number))
        elif token.type == "inline":
            lines += _inline(token, number, lists, context)
    return _joined_rows(lines)


def _follow(token, lists, context):
    """Keep track of the lists, quotes, headings and cells that are open."""
    if token.type in ("bullet_list_open", "ordered_list_open"):
        lists.append(int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None)
    elif token.type in ("bullet_list_close", "ordered_list_close"):
        lists.pop()
    elif token.type == "list_item_open":
        context.append("item")
    elif token.type in ("blockquote_open", "heading_open", "td_open", "th_open"):
        context.append(token.tag)
    elif token.type in ("list_item_close", "blockquote_close", "heading_close", "td_close", "th_close"):
        context.pop()


def _inline(token, number, lists, context):
    text, links, images = "", [], []
    for child in token.children or ():
        if child.type == "image":
            images.append(Line(text=child.content, number=number, kind="image", target=str(child.attrs.get("src", ""))))
        elif child.type == "link_open":
            text, links = text + LINK, [*links, str(child.attrs.get("href", ""))]
        elif child.type == "code_inline":
            text += CODE + child.content + CODE_END
        else:
            text += _SPANS.get(child.type, child.content if child.type in ("text", "text_special") else "")
    line = Line(text=text, number=number, links=tuple(links))
    return ([_placed(line, lists, context)] if text.strip() else []) + images


def _placed(line, lists, context):
    within = context[-1] if context else ""
    if within == "item":
        lists[-1], mark = _next_mark(lists[-1])
        return replace(line, kind="item", level=len(lists) - 1, mark=mark)
    if within in ("td", "th"):
        return replace(line, kind="row")
    if within.startswith("h"):
        return replace(line, kind="heading", level=int(within[1]))
    return replace(line, kind="quote") if "blockquote" in context else line


def _next_mark(counter):
    return (None, "-") if counter is None else (counter + 1, f"{counter}.")


def _joined_rows(lines):
    """The cells of one table row, which share a source line, as one line."""
    joined = []
    for line in lines:
        before = joined[-1] if joined else None
        if line.kind == "row" and before and before.kind == "row" and before.number == line.number:
            joined[-1] = replace(before, text=before.text + CELL + line.text, links=before.links + line.links)
        else:
            joined.append(line)
    return joined
