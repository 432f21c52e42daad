from forum.chinese import display_width, han_count, latin_words


def test_han_is_counted_without_punctuation():
    assert han_count("支付宝，O2O和𠮷！") == 5


def test_latin_words_are_runs_of_letters_and_digits():
    assert latin_words("用O2O和B端, app 2.0") == 5


def test_han_is_twice_as_wide():
    assert display_width("骑狼ab！") == 8
    assert display_width("e\u0301\u200b") == 1
