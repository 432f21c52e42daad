import pytest

from forum.chinese import load, to_hans, to_hant


def test_a_traditional_text_becomes_simplified_by_phrase():
    load()
    assert to_hans("皇后的頭髮與後來發財的乾隆，乾燥的麵") == "皇后的头发与后来发财的乾隆，干燥的面"


def test_a_simplified_text_stays():
    assert to_hans("打坏了杯子，后来赔了") == "打坏了杯子，后来赔了"


def test_readers_in_taiwan_and_hong_kong_get_their_own_words():
    assert to_hant("软件里的后台") == "軟體裡的後臺"
    assert to_hant("软件里的后台", place="hk") == "軟件裏的後台"


def test_an_unknown_place_is_an_error():
    with pytest.raises(KeyError):
        to_hant("软件", place="mars")


def test_what_the_places_alone_write_becomes_simplified_too():
    assert to_hans("收銀枱的暱稱，粧容與廊簷") == "收银台的昵称，妆容与廊檐"
