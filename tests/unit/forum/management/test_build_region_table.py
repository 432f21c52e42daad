"""`manage.py build_region_table`: a new table, or the old one and a reason."""

from ipaddress import ip_address

import pytest
from django.core.management import CommandError, call_command

from forum.region.table import read_table, read_version

V4 = "1.0.1.0|1.0.3.255|中国|福建省|福州市|电信\n1.0.4.0|1.0.4.255|欧洲|0|0|0\n"
V6 = "2001:200::|2001:200:ffff:ffff:ffff:ffff:ffff:ffff|Japan|Tokyo|0|0|JP\n"


@pytest.fixture
def texts(tmp_path):
    v4, v6 = tmp_path / "v4.txt", tmp_path / "v6.txt"
    v4.write_text(V4, encoding="utf-8")
    v6.write_text(V6, encoding="utf-8")
    return v4, v6


def _build(texts, output, date="2026-08-14"):
    call_command("build_region_table", *map(str, texts), "--date", date, "--output", str(output))


def test_a_table_is_built_and_what_has_no_name_is_reported(texts, tmp_path, capsys):
    _build(texts, tmp_path / "table.xz")
    table = read_table(tmp_path / "table.xz")
    assert table.find(ip_address("1.0.2.1")) == "福建"
    assert table.find(ip_address("2001:200::1")) == "日本"
    assert read_version(tmp_path / "table.xz") == "2026-08-14/1"
    assert "欧洲" in capsys.readouterr().out


def test_the_same_texts_give_the_same_bytes(texts, tmp_path):
    for name in ("one.xz", "two.xz"):
        _build(texts, tmp_path / name)
    assert (tmp_path / "one.xz").read_bytes() == (tmp_path / "two.xz").read_bytes()


@pytest.mark.parametrize("wrong", ["no table", "1.0.1.0|1.0.0.0|中国|0|0|0", "\udcff\udcfe"])
def test_a_bad_text_leaves_the_old_table_and_says_why(texts, tmp_path, wrong):
    output = tmp_path / "table.xz"
    output.write_bytes(b"the old one")
    texts[0].write_bytes(wrong.encode(errors="surrogateescape"))
    with pytest.raises(CommandError, match="not changed"):
        _build(texts, output)
    assert output.read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["table.xz", "v4.txt", "v6.txt"]


def test_a_missing_text_and_a_wrong_date_are_said(texts, tmp_path):
    with pytest.raises(CommandError, match="nowhere"):
        _build([texts[0], tmp_path / "nowhere"], tmp_path / "table.xz")
    with pytest.raises(CommandError, match="--date"):
        _build(texts, tmp_path / "table.xz", date="yesterday")
