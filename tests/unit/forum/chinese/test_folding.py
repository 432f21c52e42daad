import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.chinese import fold, fold_with_map
from forum.chinese.variants import AFTER, SAME

TEXTS = st.text() | st.text("支付寶宝乾隆计計畫画Ａａé e\u0301\u200b\ufe0fｶﾞ…㎡ﬁßİς\u0345각각")


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("支付寶社交化", "支付宝社交化"),
        ("ＺＦＢ　５Ｇ", "zfb 5g"),
        ("Straße", "STRASSE"),
        ("微\u200b信", "微信"),
        ("Ⓥ①", "v1"),
        ("什麼", "什么"),
        ("穿著", "穿着"),
        ("髮廊", "发廊"),
        ("頭髮發財", "头发发财"),
        ("衞生間裏", "卫生间里"),
        ("発売", "发卖"),
        ("計畫", "计划"),
        ("項鍊", "项链"),
        ("家俱", "家具"),
        ("e\u0301", "é"),
        ("ｶﾞ", "ガ"),
    ],
)
def test_two_spellings_of_a_word_fold_alike(written, same):
    assert fold(written) == fold(same)


@pytest.mark.parametrize("text", ["乾隆皇帝", "批覆與回覆", "著名的穿著", "哪吒藉口", "沈阳", "一目瞭然"])
def test_each_part_of_a_text_is_found_in_it_after_folding(text):
    parts = {text[start:end] for start in range(len(text)) for end in range(start + 1, len(text) + 1)}
    assert all(fold(part) in fold(text) for part in parts)


def test_the_simplified_text_of_every_day_is_left_as_it_is():
    text = "打坏了杯子，弁言写在缶上，芸豆和头发，后来就好了"
    assert fold(text).replace(",", "，") == text


def test_variants_lead_to_characters_that_stay():
    ends = [*SAME.values(), *(instead for _, _, instead in AFTER)]
    assert [fold(character) for character in ends] == ends


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_the_map_belongs_to_the_same_folded_text(text):
    folded, offsets = fold_with_map(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert all(0 <= offset < len(text) for offset in offsets[:-1])


@given(TEXTS, TEXTS)
def test_a_mapped_slice_folds_to_what_was_found(before, after):
    folded, offsets = fold_with_map(f"{before} 支付寶 {after}")
    start = folded.index("支付宝")
    assert "支付宝" in fold(f"{before} 支付寶 {after}"[offsets[start] : offsets[start + 3]])


def test_offsets_point_behind_removed_and_grown_characters():
    folded, offsets = fold_with_map("好…微\u200b信")
    assert folded == "好...微信"
    assert offsets == [0, 1, 1, 1, 2, 4, 5]


def test_a_heap_of_marks_on_one_letter_is_cut_at_thirty():
    heap = "e" + "\u0316\u0301" * 20_000  # sorted by Unicode's rule, this takes n² steps
    folded, offsets = fold_with_map(f"{heap}好")
    assert folded == fold(f"{heap}好")
    assert len(folded) < 40
    assert offsets[folded.index("好")] == len(heap)
    assert fold(folded) == folded
