"""What mirrors did is undone; what the author wrote is left alone."""

import pytest

from forum.importing import read_page
from tests.unit.forum.importing import pages

GLOSSED = pages.GLOSSED


def read(text, **options):
    return read_page(text.encode(), **options)


def kinds(page):
    return {repair.kind: repair for repair in page.repairs}


def body(*lines):
    return pages.plain(body=(*pages.BODY, *lines))


def test_a_garbled_page_comes_out_as_it_was_written():
    page = read(pages.garbled(pages.plain(), GLOSSED))
    assert page.title == pages.TITLE
    assert page.body_text().split("\n") == list(pages.BODY)
    assert [reply.text for reply in page.replies] == [text for _region, text in pages.REPLIES]
    assert {"pinyin", "script", "punctuation"} <= set(kinds(page))
    assert all(0 < repair.confidence <= 1 and repair.count and repair.reversible for repair in page.repairs)


def test_the_original_can_be_read_from_the_same_bytes():
    garbled = pages.garbled(pages.plain(), GLOSSED)
    page = read(garbled, repair=False)
    assert page.repairs == ()
    assert page.title == pages.garbled(pages.TITLE, GLOSSED)
    assert page.body_text().split("\n") == [pages.garbled(one, GLOSSED) for one in pages.BODY]
    assert [reply.region for reply in page.replies] == ["广东", None, "中国香港"]
    assert page.counters == read(garbled).counters


@pytest.mark.parametrize("shape", [pages.html, pages.markdown])
def test_garbled_pages_of_other_shapes_are_mended_too(shape):
    clean, garbled = read(shape()), read(pages.garbled(shape(), GLOSSED).replace("，", ","))
    assert (garbled.title, garbled.body_text()) == (clean.title, clean.body_text())


def test_a_page_in_traditional_script_is_simplified_by_phrase():
    from forum.chinese import to_hant

    page = read(to_hant(body("皇后后来发现，头发干了以后，面条里的干粮也坏了，大家抱着试试的想法。"), place="hk"))
    assert page.body_text().split("\n")[-1] == "皇后后来发现，头发干了以后，面条里的干粮也坏了，大家抱着试试的想法。"
    assert kinds(page)["script"].confidence > 0.9


def test_one_quotation_in_traditional_script_does_not_make_a_page_traditional():
    text = "他在信里写道：「請後來的人把燈留著。」这句话我一直记得。"
    page = read(body(text))
    assert page.body_text().split("\n")[-1] == text
    assert page.repairs == ()


def test_a_genuine_gloss_survives():
    text = "袋鼩（qú）住在树上，饕(tāo)餮(tiè)是传说里的兽，重(zhòng)要的是读音。"
    assert read(body(text)).body_text().split("\n")[-1] == text


def test_a_genuine_gloss_survives_even_on_a_garbled_page():
    page = read(pages.garbled(body("我们的吉祥物是袋鼩（qú），它会发光。"), GLOSSED))
    assert page.body_text().split("\n")[-1] in (
        "我们的吉祥物是袋鼩（qú），它会发光。",
        "我们的吉祥物是袋鼩(qú)，它会发光。",
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("函數 f(x) 的值", "f(x)"),
        ("B端(to B)的人", "(to B)"),
        ("發(fa)不是注音", "(fa)"),
        ("了(Le)也不是", "(Le)"),
        ("他(ta)說", "(ta)"),
    ],
)
def test_brackets_that_are_no_gloss_stay_on_a_garbled_page(text, kept):
    page = read(pages.garbled(pages.plain(), GLOSSED).replace("\n評論\n", f"\n\n{text}。\n評論\n"))
    assert kept in page.body_text().split("\n")[-1]


def test_glosses_in_the_neutral_tone_have_no_mark():
    page = read(pages.garbled(pages.plain(), GLOSSED).replace("\n評論\n", "\n\n我們(men)等了三個(ge)月。\n評論\n"))
    assert page.body_text().split("\n")[-1] == "我们等了三个月。"


def test_simplified_text_with_many_glosses_is_mended():
    glossed = (
        pages.BODY[2].replace("地", "地(dì)").replace("个", "个(gè)").replace("来", "来(lái)").replace("下", "下(xià)")
    )
    text = pages.plain(body=(*pages.BODY, *[glossed] * 3))
    # Clean paragraphs hold the same characters bare, so these glosses are too unsteady to be a mirror's.
    assert "(gè)" in read(text).body_text()
    assert "(gè)" not in read(pages.plain(body=[glossed] * 4, replies=())).body_text()


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("他說銀行要為貸款提供擔保或者承諾，這讓我們很放心。", 11),
        ("新的辦法禁止向出借人提供擔保或者承諾保本保息的服務。", 13),
    ],
)
def test_a_byte_shift_is_restored(sentence, at):
    from forum.chinese import to_hans

    broken = pages.shifted(sentence, at)
    assert "?" in broken and sentence not in broken
    page = read(
        pages.garbled(pages.plain(body=pages.BODY)).replace("\n評論\n", f"\n\n{broken.replace('，', ',')}\n評論\n")
    )
    assert page.body_text().split("\n")[-1] == to_hans(sentence)
    assert kinds(page)["gbk_shift"].count == 1


def test_a_byte_shift_on_a_simplified_page_is_restored_with_its_gloss_checked():
    page = read(body("条款禁止向出借人提供擔?;蛘叱兄Z保本保息，这是底线。"))
    assert "担保或者承" in page.body_text().replace("擔", "担")


@pytest.mark.parametrize(
    "text",
    [
        "真的吗?我不信ABC这种说法,你呢?",
        "这样行吗?用A方案还是B方案?我们选了A。",
        "为什么?因为iPhone 6没有NFC。",
        "什么?你说什么?再说一遍!",
        "地址是https://example.org/?a=1&b=2，可以点开看。",
    ],
)
def test_genuine_question_marks_survive(text):
    page = read(body(text))
    assert page.body_text().split("\n")[-1] == text
    assert "gbk_shift" not in kinds(page)


def test_marks_inside_latin_numbers_addresses_and_times_stay():
    line = "會議在10:30開始,共1,000人,見https://example.org/a?b=1,c或寫信給a@example.org;用f(x,y)算,好嗎?"
    page = read(pages.garbled(pages.plain()).replace("\n評論\n", f"\n\n{line}\n評論\n"))
    last = page.body_text().split("\n")[-1]
    assert last == "会议在10:30开始，共1,000人，见https://example.org/a?b=1,c或写信给a@example.org；用f(x,y)算，好吗？"


def test_one_half_width_mark_is_the_authors():
    text = "这里有一个半角逗号,是作者打的。"
    assert read(body(text)).body_text().split("\n")[-1] == text


def test_watermarks_are_stripped_and_counted():
    page = read(body("这一句里\u200b藏\U000e0101着\U000e0155水\ufeff印\u2060。"))
    assert page.body_text().split("\n")[-1] == "这一句里藏着水印。"
    assert kinds(page)["watermark"].count == 5
    assert kinds(page)["watermark"].confidence == 1


def test_pictures_made_of_several_characters_stay_whole():
    text = "一家人👨‍👩‍👧都很喜欢❤️这个柜子1️⃣，🏳️‍🌈也挂上了。"
    page = read(body(text))
    assert page.body_text().split("\n")[-1] == text
    assert page.repairs == ()


def test_lines_of_no_break_spaces_are_counted_and_gone():
    page = read(pages.plain().replace("\n\n2、", "\n\n\u00a0\n\n2、"))
    assert page.body_text().split("\n") == list(pages.BODY)
    assert kinds(page)["blank_line"].count == 1


def test_one_written_壹_everywhere_is_undone():
    page = read(pages.garbled(pages.plain()).replace("一", "壹"))
    assert page.body_text().split("\n") == list(pages.BODY)
    assert "over_conversion" in kinds(page)


@pytest.mark.parametrize("text", ["合同写明金额壹万贰仟元整，另付壹佰元。", "壹基金做过壹次活动，我在一边看着。"])
def test_壹_in_amounts_and_names_stays(text):
    assert read(body(text)).body_text().split("\n")[-1] == text


def test_net_written_as_network_everywhere_is_undone():
    text = "我們在互聯網路上找了很久,網路站都說沒有,網路友也沒見過,網路絡不好的時候更慢。"
    page = read(pages.garbled(pages.plain()).replace("\n評論\n", f"\n\n{text}\n評論\n"))
    assert (
        page.body_text().split("\n")[-1] == "我们在互联网上找了很久，网站都说没有，网友也没见过，网络不好的时候更慢。"
    )


def test_the_words_of_a_taiwanese_author_stay():
    text = "這裡的網路很慢,軟體也舊。"
    page = read(pages.garbled(pages.plain()).replace("\n評論\n", f"\n\n{text}\n評論\n"))
    assert page.body_text().split("\n")[-1] == "这里的网路很慢，软体也旧。"


def test_the_authors_own_slips_are_content():
    text = "我只打别扭的点是发展路勁，亲朋好友的哆嗦下，2.201512月28日才注册。"
    page = read(body(text))
    assert page.body_text().split("\n")[-1] == text


def test_the_residue_of_a_tag_is_dropped_with_middling_confidence():
    page = read(body("后来我们改了位置?/h2>"))
    assert page.body_text().split("\n")[-1] == "后来我们改了位置"
    assert kinds(page)["residue"].confidence < 0.9


def test_each_repair_names_its_lines():
    text = body("藏\u200b着水印。")
    assert kinds(read(text))["watermark"].lines == (text.split("\n").index("藏\u200b着水印。") + 1,)
