"""A saved article page → data.

    bytes ─decoding─► text ─shapes─► lines ─repair─► lines ─outline─► Page

`read_page` is the front door, and nothing is written here. The same bytes read with `repair=False` give the original
wording in the same parts, so a reader can be shown either.
"""

import re

from forum.importing.byline import attributed_name, private_contact
from forum.importing.comparing import Row, compare
from forum.importing.decoding import decode
from forum.importing.head import read_date
from forum.importing.lines import plain
from forum.importing.outline import outline
from forum.importing.page import Block, Counters, NotAPage, Page, PageReply, Part, Repair
from forum.importing.repair import mend
from forum.importing.shapes import read_draft
from forum.importing.signs import SITE

_NOBODY = re.compile(rf"$|admin|editor|root|webmaster|小编|编辑|{SITE}|https?:", re.IGNORECASE)

__all__ = ["Block", "Counters", "NotAPage", "Page", "PageReply", "Part", "Repair", "Row", "compare", "read_page"]


def read_page(data: bytes, *, repair: bool = True) -> Page:
    """Read a scraped article page: plain text, HTML, Markdown or one line, in any common Chinese encoding.

    With `repair` the damage mirrors do is undone and listed in `Page.repairs`. Raises NotAPage, with a reason to show,
    for anything that is not an article page; never anything else.
    """
    draft, repairs = read_draft(decode(data)), ()
    if repair:
        draft, repairs = mend(draft)
    return _page(draft, outline(draft), repairs)


def _page(draft, parts, repairs):
    attribution = "\n".join(plain(line.text).strip() for line in parts.attribution)
    byline = draft.author or parts.head.byline or None
    named = attributed_name(attribution)
    return Page(
        title=plain(parts.title).strip(),
        blocks=tuple(_block(line) for line in parts.body),
        author=byline or named or _signature(draft.signed),
        byline=byline,
        attribution=attribution,
        contact=private_contact(attribution),
        counters=parts.head.counters or Counters(),
        published=parts.head.published or read_date(draft.published),
        url=draft.url,
        summary=plain(parts.head.summary),
        replies=parts.replies,
        promo=tuple(plain(line.text).strip() for line in parts.promo),
        parts=tuple(_parts(parts)),
        repairs=repairs,
    )


def _signature(name):
    return None if _NOBODY.match(name) else name[:30]


def _parts(parts):
    yield Part("title", parts.title_line, plain(parts.title).strip())
    named = {
        "head": parts.head_lines,
        "attribution": parts.attribution,
        "promo": parts.promo,
        "frame": parts.frame,
    }
    for kind, lines in named.items():
        for line in lines:
            yield Part(kind, line.number, plain(line.text).strip())


def _block(line):
    text = line.text if line.kind == "code" else line.text.strip()
    return Block(
        kind=line.kind,
        text=text,
        line=line.number,
        level=line.level,
        mark=line.mark,
        target=line.target,
        links=line.links,
    )
