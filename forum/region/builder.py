"""From ip2region's source texts to our table: only provinces and countries are kept, neighbours are joined."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple

from .places import UNKNOWN, label_of
from .table import pack


class BadSource(ValueError):
    """A text that is not ip2region's; says which line and why."""


class Row(NamedTuple):
    """One line of the text: first and last address as numbers, and what it says of the place."""

    first: int
    last: int
    country: str
    province: str
    code: str


class Family(NamedTuple):
    """Its name, how addresses are read, how many bits they have, and how many of the last ones the table leaves out."""

    name: str
    address: type
    bits: int
    shift: int


_CODE = re.compile(r"[A-Z]{2}|0|Reserved|")

V4 = Family("IPv4", IPv4Address, 32, 0)
V6 = Family("IPv6", IPv6Address, 128, 64)


class Built(NamedTuple):
    """The table's bytes, how many ranges it has, and how many lines named each place we have no name for."""

    data: bytes
    v4: int
    v6: int
    unnamed: Counter


def build(v4: Iterable[str], v6: Iterable[str], *, date: str) -> Built:
    """The table for the lines `start|end|country|province|city|ISP[|ISO]` of both families, as of a date (ISO 8601).

    The lines must be in order and must not overlap, as upstream publishes them; BadSource otherwise. A gap is 未知.
    """
    unnamed: Counter = Counter()
    v4_ranges = list(_ranges(v4, V4, unnamed))
    v6_ranges = list(_ranges(v6, V6, unnamed))
    labels = sorted({label for _, label in v4_ranges + v6_ranges})
    number = {label: n for n, label in enumerate(labels)}
    numbered = ([(start, number[label]) for start, label in ranges] for ranges in (v4_ranges, v6_ranges))
    return Built(pack(labels, *numbered, date=date), len(v4_ranges), len(v6_ranges), unnamed)


def _ranges(lines: Iterable[str], family: Family, unnamed: Counter) -> Iterator[tuple[int, str]]:
    """(first key, label) of joined ranges that leave no gap; a key is an address without its last `shift` bits.

    A range that begins inside the block of a key is taken to begin with the next: a block has the place of its start.
    """
    starts = {0: UNKNOWN.label}
    for first, label in _marks(_rows(lines, family), unnamed):
        starts[-(-first >> family.shift)] = label
    starts.pop(1 << family.bits - family.shift, None)  # after the last address there is none
    shown = None
    for start, label in starts.items():
        if label != shown:
            yield start, label
        shown = label


def _marks(rows: Iterable[Row], unnamed: Counter) -> Iterator[tuple[int, str]]:
    """Where a label begins: at each row, and after each row, unless the next row begins there too."""
    naming = cache(label_of)
    for row in rows:
        label = naming(row.country, row.province, row.code)
        if label is None:
            unnamed[row.country] += 1
        yield row.first, label or UNKNOWN.label
        yield row.last + 1, UNKNOWN.label


def _rows(lines: Iterable[str], family: Family) -> Iterator[Row]:
    end = -1
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = _row(line.rstrip("\n").split("|"), family)
            if row.first <= end or row.last < row.first:
                raise BadSource("this range overlaps the one before, or ends before it begins")
        except ValueError as error:
            raise BadSource(f"{family.name}, line {n}: {error}") from None
        end = row.last
        yield row


def _row(fields: list[str], family: Family) -> Row:
    if len(fields) not in (6, 7):
        raise BadSource(f"6 or 7 fields between | are needed, this line has {len(fields)}")
    first, last = (int(family.address(field)) for field in fields[:2])
    code = fields[6] if len(fields) == 7 else ""
    if not _CODE.fullmatch(code):
        # the oldest texts had seven fields too, but other ones
        raise BadSource(f"the seventh field must be a country's two letters, not {code[:20]}")
    return Row(first, last, fields[2], fields[3], code)
