"""The committed file, and files that are not it."""

import json
import lzma
import re
import struct
import sys
from array import array
from itertools import pairwise

import pytest

from forum.region import TABLE_VERSION
from forum.region.countries import NAMES
from forum.region.places import MAINLAND
from forum.region.table import PATH, pack, read_table, read_version


def test_the_committed_table_is_small_and_says_how_old_it_is():
    assert PATH.stat().st_size < 1_000_000
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/1", TABLE_VERSION)
    assert read_version() == TABLE_VERSION


def test_the_committed_table_begins_at_zero_and_only_ascends():
    table = read_table()
    for ranges in (table.v4, table.v6):
        assert ranges.starts[0] == 0
        assert len(ranges.starts) == len(ranges.labels) > 100_000
        assert all(before < after for before, after in pairwise(ranges.starts))


def test_every_label_of_the_committed_table_is_a_name_of_ours():
    assert set(read_table().labels) <= {*MAINLAND, *NAMES.values(), "未知"}


def test_numbers_are_little_endian_in_the_file_on_every_machine(monkeypatch, tmp_path):
    here = pack(["未知", "日本"], [(0, 0), (258, 1)], [(0, 0)], date="2026-08-14")
    line, _, numbers = lzma.decompress(here).partition(b"\n")
    assert json.loads(line)["labels"] == ["未知", "日本"]
    assert numbers == struct.pack("<IIHHQH", 0, 258, 0, 1, 0, 0)
    monkeypatch.setattr(sys, "byteorder", "big" if sys.byteorder == "little" else "little")
    swapped = lzma.decompress(pack(["未知", "日本"], [(0, 0), (258, 1)], [(0, 0)], date="2026-08-14"))
    assert swapped.partition(b"\n")[2] == struct.pack(">IIHHQH", 0, 258, 0, 1, 0, 0)


def _header(**said):
    return lzma.compress(json.dumps({"format": 1, "date": "", "labels": [], "v4": 0, "v6": 0} | said).encode() + b"\n")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", (ValueError, EOFError)),
        (b"not compressed", ValueError),
        (lzma.compress(b"no json\n"), ValueError),
        (lzma.compress(b"[]\n"), ValueError),
        (lzma.compress(b"\xff\xfe\n"), ValueError),
        (lzma.compress(b'{"format": 1}\n'), ValueError),
        (_header(format=2), ValueError),
        (_header(v4=9), EOFError),
        (PATH.read_bytes()[:100_000], EOFError),
        (PATH.read_bytes()[:100_000] + bytes(1000) + PATH.read_bytes()[101_000:], ValueError),
    ],
)
def test_what_is_not_a_table_is_refused(tmp_path, data, error):
    path = tmp_path / "table.xz"
    path.write_bytes(data)
    with pytest.raises(error):
        read_table(path)


def test_array_items_have_the_sizes_the_file_counts_on():
    assert [array(kind).itemsize for kind in "IQH"] == [4, 8, 2]
