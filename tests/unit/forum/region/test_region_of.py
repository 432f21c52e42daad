"""Addresses whose place is known, and those that have none."""

from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum import region
from forum.region import SHORT_NAMES, UNKNOWN, Region, region_of

# Name servers of the provinces' carriers, and hosts everybody knows.
AT_HOME = {
    "202.106.0.20": "北京",
    "166.111.4.100": "北京",
    "202.99.96.68": "天津",
    "202.99.160.68": "河北",
    "202.99.192.68": "山西",
    "202.99.224.68": "内蒙古",
    "202.96.69.38": "辽宁",
    "202.98.5.68": "吉林",
    "202.97.224.68": "黑龙江",
    "202.96.209.133": "上海",
    "218.2.135.1": "江苏",
    "114.114.114.114": "江苏",
    "202.101.172.35": "浙江",
    "223.5.5.5": "浙江",
    "202.102.192.68": "安徽",
    "218.85.157.99": "福建",
    "202.101.224.69": "江西",
    "202.102.152.3": "山东",
    "202.102.224.68": "河南",
    "202.103.24.68": "湖北",
    "218.104.111.112": "湖北",
    "202.103.96.112": "湖南",
    "202.96.128.86": "广东",
    "202.103.224.68": "广西",
    "202.100.192.68": "海南",
    "61.128.128.68": "重庆",
    "61.139.2.69": "四川",
    "202.98.192.67": "贵州",
    "222.172.200.68": "云南",
    "202.98.224.68": "西藏",
    "218.30.19.40": "陕西",
    "202.100.64.68": "甘肃",
    "202.100.128.68": "青海",
    "222.75.152.129": "宁夏",
    "61.128.114.133": "新疆",
    "202.14.67.4": "中国香港",
    "202.175.3.8": "中国澳门",
    "168.95.1.1": "中国台湾",
    "2001:da8::666": "北京",
    "240e:4c:4008::1": "北京",
    "2408:8000::1": "北京",
}
ABROAD = {
    "8.8.8.8": "美国",
    "2001:4860:4860::8888": "美国",
    "1.0.16.1": "日本",
    "2001:200::1": "日本",
    "168.126.63.1": "韩国",
    "212.27.40.240": "法国",
    "77.88.8.8": "俄罗斯",
}
NOWHERE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.1.1",
    "172.16.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b:1::1",
    "100::1",
    "2001:db8::1",
    "3fff::1",
    "fc00::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
]
NONSENSE = ["", " ", "未知", "unknown", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4:80", "8.8.8.8/32",
            "08.8.8.8", "８.８.８.８", "-1", "134744072", "\x00", "[::1]", ":::", "%", "8.8.8.8\n8.8.8.8", "9" * 10_000,
            None, 0, 134744072, 8.8, b"\x08\x08\x08\x08", b"8.8.8.8", [], object, True]  # fmt: skip


@pytest.mark.parametrize(("address", "label"), (AT_HOME | ABROAD).items())
def test_a_known_address_has_its_place(address, label):
    assert region_of(address).label == label


def test_every_one_of_the_34_names_is_reached():
    assert len(SHORT_NAMES) == len(set(SHORT_NAMES)) == 34
    assert {label.removeprefix("中国") for label in AT_HOME.values()} == set(SHORT_NAMES)


@pytest.mark.parametrize("address", NOWHERE + NONSENSE, ids=lambda address: repr(address)[:40])
def test_what_lies_nowhere_is_unknown(address):
    assert region_of(address) == UNKNOWN == Region("未知", "未知")


@pytest.mark.parametrize(
    "written",
    ["::ffff:223.5.5.5", "::FFFF:DF05:0505", "0:0:0:0:0:ffff:223.5.5.5", " 223.5.5.5 ", "\t223.5.5.5\r\n"],
)
def test_an_address_may_be_written_in_many_ways(written):
    assert region_of(written).label == "浙江"


def test_address_objects_are_taken_as_they_are():
    assert region_of(ip_address("223.5.5.5")).label == "浙江"
    assert region_of(ip_address("::ffff:223.5.5.5")).label == "浙江"
    assert region_of(ip_address("2001:da8::666")).label == "北京"


def test_a_zone_does_not_hide_the_place():
    assert region_of("2001:da8::666%eth0").label == "北京"


@given(st.text() | st.binary() | st.integers() | st.none() | st.ip_addresses() | st.ip_addresses().map(str))
def test_it_never_raises_and_always_has_a_label(address):
    found = region_of(address)
    assert found.label
    assert found.country


@given(st.ip_addresses(v=4))
def test_a_mapped_address_lies_where_the_plain_one_does(address):
    assert region_of(f"::ffff:{address}") == region_of(address)


def test_threads_that_ask_first_read_one_table_once(monkeypatch):
    reads = []
    monkeypatch.setattr(region, "_table", None)
    monkeypatch.setattr(region, "read_table", lambda read=region.read_table: reads.append(1) or read())
    with ThreadPoolExecutor(8) as pool:
        labels = set(pool.map(lambda _: region_of("223.5.5.5").label, range(8)))
    assert labels == {"浙江"}
    assert len(reads) == 1


def test_without_a_table_all_is_unknown_and_the_log_says_why(tmp_path, monkeypatch, caplog):
    missing = tmp_path / "provinces.xz"
    monkeypatch.setattr(region, "_table", None)
    monkeypatch.setattr(region, "read_table", lambda read=region.read_table: read(missing))
    monkeypatch.setattr(region, "read_version", lambda read=region.read_version: read(missing))
    assert region_of("223.5.5.5") == UNKNOWN
    assert region._version() == ""
    assert "provinces.xz" in caplog.text
