"""The lexicon in its file says what jieba's dictionary says, and jieba cuts with it as it does with its own."""

import logging
from itertools import islice
from math import exp, log

import jieba
import pytest

from forum.chinese import fold
from forum.search import lexicon
from forum.search.dictionary import tokenizer

TEXTS = [
    "结婚的和尚未结婚的，在南京市长江大桥上说支付宝的产品经理。",
    "iPhone15和C++，b端、o2o：他来到了网易杭研大厦，小明硕士毕业于中国科学院计算所",
    "石灰窑里烧柴火，邢晓禾说鑫鑫向荣",
]


@pytest.fixture(scope="module")
def plain():
    """jieba with a dictionary of Python's, as it makes one."""
    jieba.setLogLevel(logging.WARNING)
    counts = lexicon._counts()
    known = dict(counts)
    for word in counts:
        for end in range(1, len(word)):
            known.setdefault(word[:end], 0)
    plain = jieba.Tokenizer()
    plain.FREQ, plain.total, plain.initialized = known, sum(counts.values()), True
    return plain


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("mode", ["default", "search"])
def test_sentences_are_cut_as_jieba_cuts_them(plain, text, mode):
    text = fold(text)
    assert list(tokenizer().tokenize(text, mode=mode)) == list(plain.tokenize(text, mode=mode))


def test_words_run_together_are_cut_as_jieba_cuts_them(plain):
    text = "".join(islice(plain.FREQ, 0, None, 97))
    assert list(tokenizer().cut(text)) == list(plain.cut(text))


def test_a_weight_is_the_share_of_all_words(plain):
    known = lexicon.open_lexicon()
    assert round(exp(known.get("支付宝")) * plain.total) == plain.FREQ["支付宝"] == 1000
    assert known.rarest == -log(plain.total)
    assert known.get("从来没有的词") is None
    assert [place for place, _weight in known.beginning("在中国人民银行", 1)] == [1, 2, 6]


def test_it_is_made_once_and_what_other_versions_left_goes(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "old.trie").write_text("")
    first = lexicon.open_lexicon()
    assert sorted(path.suffix for path in folder.iterdir()) == [".trie", ".weights"]
    monkeypatch.setattr(lexicon, "made", None)  # not again
    assert lexicon.open_lexicon().get("中国") == first.get("中国")


@pytest.mark.parametrize("broken", ["file", "garbage"])
def test_without_a_folder_to_write_in_it_is_kept_in_memory(settings, tmp_path, broken):
    settings.DATA_DIR = tmp_path / "nowhere"
    settings.DATA_DIR.write_text("a file")
    if broken == "garbage":
        settings.DATA_DIR = tmp_path
        lexicon.open_lexicon()
        next((tmp_path / "words").glob("*.trie")).write_bytes(b"broken")
    assert lexicon.open_lexicon().get("支付宝") == tokenizer().FREQ.get("支付宝")
