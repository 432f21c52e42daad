"""What a saved page says, once it has been read."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from forum.importing.writing import plain_lines, thread_markdown
from forum.markup import escape


class NotAPage(Exception):
    """The bytes are no article page. `reason` is a whole sentence, translated when it is shown."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason

    def __str__(self):
        return str(self.reason)


@dataclass(frozen=True)
class Counters:
    """The numbers the page printed; None where it printed none, which is not 0."""

    comments: int | None = None
    views: int | None = None
    favourites: int | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Block:
    """A piece of the body: heading, paragraph, item, quote, code, image or row (of a table).

    `text` may hold the marks of `forum.importing.lines`; `level` is the heading's, or the depth of an item;
    `mark` is an item's bullet or number; `target` an image's address; `line` the source line it came from.
    """

    kind: str
    text: str
    line: int
    level: int = 0
    mark: str = ""
    target: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageReply:
    """A reply listed on the page: the region as a bare label (None where there is none), the lines as typed."""

    region: str | None
    text: str
    line: int

    @property
    def source(self):
        """The text as our Markdown, with the author's characters escaped where they would be read as marks."""
        return escape(self.text)


@dataclass(frozen=True)
class Part:
    """Where something that is neither body nor reply stood: title, head, attribution, promo or frame."""

    kind: str
    line: int
    text: str


@dataclass(frozen=True)
class Repair:
    """One kind of damage undone: how often, how sure (0..1), and the source lines it touched.

    Every repair is reversible, because the original text is read from the raw file again.
    """

    kind: str
    count: int
    confidence: float
    lines: tuple[int, ...] = ()
    reversible: bool = True


@dataclass(frozen=True)
class Page:
    """An article page as data. Nothing in it is HTML."""

    title: str
    blocks: tuple[Block, ...]
    author: str | None = None
    byline: str | None = None
    attribution: str = ""
    contact: str = ""
    counters: Counters = Counters()
    published: datetime.date | None = None
    url: str = ""
    summary: str = ""
    replies: tuple[PageReply, ...] = ()
    promo: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    repairs: tuple[Repair, ...] = field(default=())

    def body_text(self):
        """The body as plain text, one paragraph a line, without images."""
        return "\n".join(text for text, _line in self._lines)

    def body_source(self):
        """The body as our Markdown, escaped so that nothing the author typed is read as a mark."""
        return thread_markdown(self.blocks)

    @property
    def line_map(self):
        """For each line of `body_text()` the number (from 1) of the source line it came from."""
        return tuple(line for _text, line in self._lines)

    @property
    def public_attribution(self):
        """The reprint line without the author's private contact."""
        return self.attribution.replace(self.contact, "") if self.contact else self.attribution

    @cached_property
    def _lines(self):
        return plain_lines(self.blocks)
