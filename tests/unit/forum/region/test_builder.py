"""From source text to table: same input, same bytes; nothing half understood."""

from ipaddress import ip_address

import pytest

from forum.region.builder import BadSource, build
from forum.region.table import read_table, read_version

V4 = """\
1.0.0.0|1.0.0.255|澳大利亚|0|0|0
1.0.1.0|1.0.3.255|中国|福建省|福州市|电信
1.0.4.0|1.0.4.255|中国|福建省|厦门市|联通

1.0.8.0|1.0.15.255|China|广东省|广州市|电信|CN
1.0.16.0|1.0.16.255|Japan|Tokyo|0|0|JP
1.0.17.0|1.0.17.255|欧洲|0|0|0
255.255.255.0|255.255.255.255|日本|0|0|0
""".splitlines(keepends=True)
V6 = """\
2001:200::|2001:200:0:1:7fff:ffff:ffff:ffff|日本|神奈川县|藤泽市|专线用户
2001:200:0:1:8000::|2001:200:0:2:0fff:ffff:ffff:ffff|中国|浙江省|杭州市|移动
2001:200:0:2:1000::|2001:200:0:2:1fff:ffff:ffff:ffff|法国|0|0|0
2001:200:0:2:2000::|2001:200:0:3:ffff:ffff:ffff:ffff|中国香港|香港特别行政区|0|0
ffff::|ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff|中国台湾|台湾省|台北市|0
""".splitlines(keepends=True)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.xz"
    path.write_bytes(build(V4, V6, date="2026-08-14").data)
    return path


def test_the_same_input_gives_the_same_bytes():
    assert build(V4, V6, date="2026-08-14") == build(iter(V4), iter(V6), date="2026-08-14")


def test_the_version_is_the_date_and_the_format(table):
    assert read_version(table) == "2026-08-14/1"


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("0.0.0.0", "未知"),
        ("0.255.255.255", "未知"),
        ("1.0.0.0", "澳大利亚"),
        ("1.0.0.255", "澳大利亚"),
        ("1.0.1.0", "福建"),
        ("1.0.4.255", "福建"),
        ("1.0.5.0", "未知"),
        ("1.0.7.255", "未知"),
        ("1.0.8.0", "广东"),
        ("1.0.16.9", "日本"),
        ("1.0.17.0", "未知"),
        ("255.255.255.255", "日本"),
        ("::", "未知"),
        ("2001:200::", "日本"),
        ("2001:200:0:2::", "浙江"),
        ("2001:200:0:3::1", "中国香港"),
        ("2001:200:0:4::", "未知"),
        ("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "中国台湾"),
    ],
)
def test_every_address_has_the_label_of_its_line(table, address, label):
    assert read_table(table).find(ip_address(address)) == label


def test_a_block_split_between_places_has_the_place_of_its_start(table):
    found = read_table(table)
    assert found.find(ip_address("2001:200:0:1:ffff::")) == "日本"
    assert found.find(ip_address("2001:200:0:2:ffff::")) == "浙江"


def test_neighbours_with_one_label_are_joined_and_names_without_a_place_are_counted():
    built = build(V4, V6, date="2026-08-14")
    assert (built.v4, built.v6) == (8, 6)
    assert built.unnamed == {"欧洲": 1}


def test_empty_texts_make_a_table_that_knows_nothing(tmp_path):
    path = tmp_path / "table.xz"
    path.write_bytes(build([], [], date="2026-08-14").data)
    assert read_table(path).find(ip_address("8.8.8.8")) == "未知"
    assert read_table(path).find(ip_address("2001:da8::666")) == "未知"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("no table at all", "IPv4, line 2: 6 or 7 fields"),
        ("1.0.1.0|1.0.1.256|中国|0|0|0", "IPv4, line 2: .*256"),
        ("1.0.1.0|1.0.3.255|中国|0|福建省|福州市|电信", "IPv4, line 2: .*two letters, not 电信"),
        ("2001:db8::|2001:db8::1|中国|0|0|0", "IPv4, line 2: "),
        ("1.0.0.255|1.0.1.255|中国|0|0|0", "IPv4, line 2: .*overlaps"),
        ("1.0.2.255|1.0.2.0|中国|0|0|0", "IPv4, line 2: .*ends before"),
    ],
)
def test_a_line_that_is_not_upstreams_is_refused_by_its_number(line, reason):
    with pytest.raises(BadSource, match=reason):
        build([V4[0], line], [], date="2026-08-14")
