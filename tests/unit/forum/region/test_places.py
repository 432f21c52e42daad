"""What places are called, at each precision and whatever the source text writes."""

import pytest

from forum.region import PRECISIONS, UNKNOWN, named
from forum.region.countries import CODES, NAMES
from forum.region.places import MAINLAND, label_of


@pytest.mark.parametrize(
    ("label", "province", "country"),
    [
        ("浙江", "浙江", "中国"),
        ("内蒙古", "内蒙古", "中国"),
        ("中国", "中国", "中国"),
        ("中国香港", "中国香港", "中国香港"),
        ("中国澳门", "中国澳门", "中国澳门"),
        ("中国台湾", "中国台湾", "中国台湾"),
        ("日本", "日本", "日本"),
        ("未知", "未知", "未知"),
        ("香港", "中国香港", "中国香港"),
        ("火星", "火星", "火星"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_a_label_is_shown_at_the_chosen_precision(label, province, country):
    assert [named(label).at(precision) for precision in PRECISIONS] == [province, country, ""]


def test_an_unknown_precision_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        UNKNOWN.at("city")


@pytest.mark.parametrize("name", MAINLAND)
def test_a_province_is_known_with_and_without_its_suffix(name):
    for suffix in ("", "省", "市", "自治区", "壮族自治区"):
        assert label_of("中国", name + suffix) == name


@pytest.mark.parametrize(
    ("row", "label"),
    [
        (("中国", "香港", ""), "中国香港"),
        (("中国", "台湾省", ""), "中国台湾"),
        (("中国香港", "香港特别行政区", ""), "中国香港"),
        (("中国澳门", "澳门特别行政区", ""), "中国澳门"),
        (("中国台湾", "台湾省", ""), "中国台湾"),
        (("中国", "香港", "HK"), "中国香港"),
        (("中国", "香港特别行政区", "CN"), "中国香港"),
        (("中国", "0", "MO"), "中国澳门"),
        (("Taiwan", "Taipei", "TW"), "中国台湾"),
        (("中国", "0", "CN"), "中国"),
        (("中国", "", ""), "中国"),
        (("中国", "不存在省", ""), "中国"),
        (("United States", "California", "US"), "美国"),
        (("孟加拉", "0", ""), "孟加拉国"),
        (("0", "0", ""), "未知"),
        (("", "", ""), "未知"),
        (("0", "0", "0"), "未知"),
        (("Reserved", "Reserved", "0"), "未知"),
        (("0", "0", "Reserved"), "未知"),
        (("美国", "加利福尼亚", "0"), "美国"),
        (("欧洲", "0", ""), None),
        (("Atlantis", "0", "QQ"), None),
    ],
)
def test_a_row_of_the_source_has_a_label(row, label):
    assert label_of(*row) == label


def test_no_two_codes_share_a_name_and_every_name_leads_back():
    assert len(set(NAMES.values())) == len(NAMES)
    assert all(CODES[name] == code for code, name in NAMES.items())
    assert set(CODES.values()) <= set(NAMES)
    assert all(len(code) == 2 and code.isupper() for code in NAMES)
