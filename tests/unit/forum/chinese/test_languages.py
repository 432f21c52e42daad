import pytest

from forum.chinese import language_of, page_language, shown_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("后来这么说", "zh-Hans"),
        ("後來這麼說", "zh-Hant"),
        ("他说“軟體”，又说软件", "zh-Hans"),
        ("好人", "zh"),
        ("no Chinese", None),
        ("", None),
    ],
)
def test_a_text_tells_its_language(text, language):
    assert language_of(text) == language


def test_a_shown_text_has_the_language_of_its_script():
    assert shown_language("后来", "original") == "zh-Hans"
    assert [shown_language("后来", script) for script in ("hans", "tw", "hk")] == [
        "zh-Hans",
        "zh-Hant-TW",
        "zh-Hant-HK",
    ]
    assert shown_language("word", "tw") is None


def test_a_page_has_the_language_of_its_interface():
    codes = ("zh-hans", "zh-hant", "zh-hk", "en")
    assert [page_language(code) for code in codes] == ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en"]
