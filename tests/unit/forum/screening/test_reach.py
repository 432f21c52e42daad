"""How far a word's rule goes, and where it looks."""

import pytest

from forum.screening import Matcher, Rule
from forum.screening.matcher import Reach

SPELLINGS = {
    Reach.PLAIN: ["加微信", "加微\u200b信"],
    Reach.SPACED: ["加 微 信", "加·微✖信"],
    Reach.ALIKE: ["加薇信"],
    Reach.SPLIT: ["力口微信", "加微亻言"],
    Reach.SOUND: ["嘉维新", "加weixin", "jiaweixin"],
}


@pytest.mark.parametrize("reach", Reach)
def test_a_rule_goes_as_far_as_it_says_and_no_further(reach):
    matcher = Matcher([Rule("加微信", "hold", reach)])
    for needed, texts in SPELLINGS.items():
        for text in texts:
            hits = matcher.hits(text)
            assert bool(hits) == (needed <= reach), text
            assert all(hit.reach == needed for hit in hits), text


@pytest.mark.parametrize("text", ["力口 微 亻言", "嘉·维·新"])
def test_what_was_met_is_pointed_at_as_typed(text):
    (hit,) = Matcher([Rule("加微信", "hold", Reach.SOUND)]).hits(f"请{text}吧")
    assert f"请{text}吧"[hit.start : hit.end] == text


def test_a_single_syllable_is_not_listened_for():
    assert Matcher([Rule("赌", "hold", Reach.SOUND)]).hits("读书") == []
    assert Matcher([Rule("赌", "hold", Reach.SOUND)]).hits("赌") != []


def test_a_rule_looks_where_it_is_told():
    matcher = Matcher([Rule("客服", "refuse", Reach.SPLIT, ("name", "bio")), ("广告", "hold")])
    assert [hit.word for hit in matcher.hits("客服广告", "name")] == ["客服", "广告"]
    assert [hit.word for hit in matcher.hits("客服广告", "reply")] == ["广告"]
    assert len(matcher.hits("客服广告")) == 2


def test_pinyin_within_a_longer_latin_word_is_no_hit():
    assert Matcher([Rule("加微信", "hold", Reach.SOUND)]).hits("jiaweixinxi") == []


def test_an_allowed_phrase_excuses_what_sounds_like_the_word():
    matcher = Matcher([Rule("博彩", "hold", Reach.SOUND)], allowed=["菠菜汤"])
    assert matcher.hits("菠菜汤好喝") == []
    assert [hit.reach for hit in matcher.hits("菠菜平台")] == [Reach.SOUND]


def test_letters_of_other_scripts_and_heaps_of_marks_do_no_harm():
    matcher = Matcher([Rule("加微信", "hold", Reach.SOUND)])
    assert matcher.hits("مرحبا שלום Ελληνικά") == []
    assert len(matcher.hits("加" + "\u0316\u0301" * 50_000 + "微信")) == 1
