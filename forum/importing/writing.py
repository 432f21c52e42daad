"""Blocks → plain text, and → our Markdown in which nothing the author typed is read as a mark."""

import re

from forum.importing.lines import CELL, CODE, CODE_END, EM, EM_END, LINK, LINK_END, STRONG, STRONG_END, plain
from forum.markup import escape


def plain_lines(blocks):
    """Pairs (text, source line) of the body, one a paragraph; the lines of code are pairs of their own."""
    pairs = []
    for block in blocks:
        if block.kind != "image":
            pairs += [(text, block.line) for text in plain(block.text).split("\n") if text.strip()]
    return pairs


def thread_markdown(blocks):
    """The body as Markdown."""
    parts, before = [], None
    for block in blocks:
        if before is not None:
            parts.append("\n" if _belong(before, block) else "\n\n")
        parts.append(_WRITERS[block.kind](block, before))
        before = block
    return "".join(parts)


def _belong(before, block):
    return before.kind == block.kind and block.kind in ("item", "row")


def _heading(block, _before):
    return "#" * min(max(block.level, 2), 6) + " " + _inline(block.text, block.links).replace("\n", " ")


def _paragraph(block, _before):
    return _inline(block.text, block.links)


def _item(block, _before):
    return "    " * block.level + (block.mark or "-") + " " + _inline(block.text, block.links).replace("\n", " ")


def _quote(block, _before):
    return "\n".join("> " + line for line in _paragraph(block, None).split("\n"))


def _code(block, _before):
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
    return f"{fence}{block.mark}\n{plain(block.text)}\n{fence}"


def _image(block, _before):
    return f"![{_inline(block.text)}]({_target(block.target)})"


def _row(block, before):
    cells = [_inline(cell, block.links).strip() or " " for cell in block.text.replace("\n", " ").split(CELL)]
    row = "| " + " | ".join(cells) + " |"
    is_head = before is None or before.kind != "row"
    return row + "\n|" + " --- |" * len(cells) if is_head else row


_WRITERS = {
    "heading": _heading,
    "text": _paragraph,
    "item": _item,
    "quote": _quote,
    "code": _code,
    "image": _image,
    "row": _row,
}


def _inline(text, links=()):
    targets = iter(links)
    text = re.sub(LINK_END, lambda _match: f"]({_target(next(targets, '#'))})", escape(text).replace(LINK, "["))
    return _span(_span(_span(text, STRONG, STRONG_END, "**"), EM, EM_END, "*"), CODE, CODE_END, "`")


def _span(text, start, end, mark):
    closed, last, rest = text.rpartition(end)
    return re.sub(f"{start}([^{end}]*){end}", lambda match: _marked(match[1], mark), closed + last) + rest


def _marked(text, mark):
    """The marks stand at the words; blanks stay outside."""
    words = text.lstrip()
    before = text[: len(text) - len(words)]
    return f"{before}{mark}{words.rstrip()}{mark}{words[len(words.rstrip()) :]}"


def _target(address):
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("\n", "")
