"""Source beside result: what became of every line of a saved page."""

from typing import NamedTuple

from forum.importing.decoding import decode

_SHOWN = 1000  # characters of a source line; scripts run to hundreds of thousands
_MOST = 2000  # lines


class Row(NamedTuple):
    """A line of the source, what it became (pairs of kind and text), and which repairs touched it.

    Kinds are title, head, body, attribution and reply; promo and frame were read and left out.
    """

    number: int
    source: str
    became: tuple[tuple[str, str], ...]
    repairs: tuple[str, ...]

    @property
    def is_kept(self):
        """Whether any of it is shown to readers."""
        return any(kind not in ("promo", "frame") for kind, _text in self.became)


def compare(data, page):
    """The Rows of the lines that are not blank, at most 2,000. ``page`` was read from ``data``."""
    became, touched = _became(page), _touched(page)
    lines = enumerate(decode(data).split("\n"), 1)
    rows = (
        Row(number, line[:_SHOWN], tuple(became.get(number, ())), tuple(touched.get(number, ())))
        for number, line in lines
        if line.strip()
    )
    return [row for row, _count in zip(rows, range(_MOST), strict=False)]


def _became(page):
    became = {}
    for part in page.parts:
        became.setdefault(part.line, []).append((part.kind, part.text))
    for line, text in zip(page.line_map, page.body_text().split("\n"), strict=True):
        became.setdefault(line, []).append(("body", text))
    for reply in page.replies:
        became.setdefault(reply.line, []).append(("reply", reply.text))
    return became


def _touched(page):
    touched = {}
    for repair in page.repairs:
        for line in repair.lines:
            touched.setdefault(line, []).append(repair.kind)
    return touched
