"""The committed table of address ranges: how it is laid out, read and searched.

An xz file: one line of JSON (format, date, labels, how many ranges of each family), then for IPv4 and for IPv6 the
distance of each range's first address from the one before, then the number of each range's label. A range ends where
the next begins. IPv6 keeps the upper 64 bits only: networks are not handed out in smaller pieces.
"""

import json
import lzma
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address
from itertools import accumulate, pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

PATH = Path(__file__).with_name("provinces.xz")
FORMAT = 1

_V4, _V6, _LABEL = "I", "Q", "H"  # array types of 4, 8 and 2 bytes, little-endian in the file


class Header(NamedTuple):
    """The file's first line; `v4` and `v6` count ranges."""

    format: int
    date: str
    labels: list[str]
    v4: int
    v6: int


class Ranges(NamedTuple):
    """The ranges of one family: where each begins, and the number of its label."""

    starts: array
    labels: array

    def label_at(self, key: int) -> int:
        """The number of the label whose range holds this key; the first range begins at 0."""
        return self.labels[bisect_right(self.starts, key) - 1]


class Table(NamedTuple):
    """Both families and the labels their numbers stand for."""

    labels: tuple[str, ...]
    v4: Ranges
    v6: Ranges

    def find(self, address: IPv4Address | IPv6Address) -> str:
        """The label of the range that holds an address."""
        if address.version == 4:
            return self.labels[self.v4.label_at(int(address))]
        return self.labels[self.v6.label_at(int(address) >> 64)]


def read_version(path: Path = PATH) -> str:
    """The table's data date and format, such as 2025-10-17/1; OSError or ValueError when there is no table to read."""
    with lzma.open(path) as file:
        header = _read_header(file)
    return f"{header.date}/{header.format}"


def read_table(path: Path = PATH) -> Table:
    """The whole table; OSError, EOFError or ValueError when there is none, or it is broken or of another format."""
    with lzma.open(path) as file:
        header = _read_header(file)
        v4 = _read_ranges(file, _V4, header.v4)
        v6 = _read_ranges(file, _V6, header.v6)
    return Table(tuple(header.labels), v4, v6)


def pack(labels: Iterable[str], v4: list[tuple[int, int]], v6: list[tuple[int, int]], *, date: str) -> bytes:
    """The file's bytes for ranges of (first key, label number), in order; the same input gives the same bytes."""
    header = Header(FORMAT, date, list(labels), len(v4), len(v6))
    line = json.dumps(header._asdict(), ensure_ascii=False).encode() + b"\n"
    return lzma.compress(line + _pack_ranges(_V4, v4) + _pack_ranges(_V6, v6), preset=9 | lzma.PRESET_EXTREME)


def _read_header(file: BinaryIO) -> Header:
    try:
        header = Header(**json.loads(file.readline()))
    except (lzma.LZMAError, TypeError, ValueError) as error:
        raise ValueError("not a region table") from error
    if header.format != FORMAT:
        raise ValueError(f"region table of format {header.format}; this program reads format {FORMAT}")
    return header


def _read_ranges(file: BinaryIO, kind: str, count: int) -> Ranges:
    steps = _read_array(file, kind, count)
    return Ranges(array(kind, accumulate(steps)), _read_array(file, _LABEL, count))


def _read_array(file: BinaryIO, kind: str, count: int) -> array:
    numbers = array(kind)
    try:
        data = file.read(count * numbers.itemsize)
    except lzma.LZMAError as error:
        raise ValueError("the region table is damaged") from error
    if len(data) != count * numbers.itemsize:
        raise EOFError("the region table is cut short")
    numbers.frombytes(data)
    return _little_endian(numbers)


def _pack_ranges(kind: str, ranges: list[tuple[int, int]]) -> bytes:
    starts = [0, *(start for start, _ in ranges)]
    steps = array(kind, (start - before for before, start in pairwise(starts)))
    labels = array(_LABEL, (label for _, label in ranges))
    return _little_endian(steps).tobytes() + _little_endian(labels).tobytes()


def _little_endian(numbers: array) -> array:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
