"""jieba or rjieba: the same words, told apart in the index."""

from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from forum.chinese import fold
from forum.demo import read_community
from forum.models import SearchEntry
from forum.search import cut_by, dictionary, edition, search, segment
from forum.search.dictionary import learn
from forum.search.words import Reading

VISITOR = AnonymousUser()


@pytest.fixture
def rjieba(settings):
    """rjieba chosen, for one test."""
    settings.SEARCH_CUTTER = "rjieba"
    yield settings
    learn(())
    dictionary._tokenizer.cache_clear()


def checked():
    said = StringIO()
    call_command("check", databases=["default"], stdout=StringIO(), stderr=said)
    return said.getvalue()


def words(text):
    return [Reading(fold(text)).words(overlapping) for overlapping in (True, False)]


def test_prose_is_cut_alike(rjieba):
    lines = [line for thread in read_community().threads for line in thread.body.splitlines()]
    lines += ["结婚的和尚未结婚的，在南京市长江大桥上说支付寶的产品经理。", "𠮷野家😀与iPhone15、3.14%和O2O"]
    by_rjieba = [words(line) for line in lines]
    rjieba.SEARCH_CUTTER = "jieba"
    unlike = [line for line, cut in zip(lines, by_rjieba, strict=True) if cut != words(line)]
    assert len(unlike) <= len(lines) / 200, unlike


def test_trade_words_are_kept_whole_and_forgotten(rjieba):
    assert segment("支付宝的灰度发布") == ["支付宝", "的", "灰度发布"]  # dictionary.txt
    before = segment("甲骨纹饰社")
    assert before != ["甲骨纹饰社"]
    learn((("甲骨纹饰社", "oracle社"),))
    assert segment("甲骨纹饰社") == ["甲骨纹饰社"]
    learn(())
    assert segment("甲骨纹饰社") == before


@pytest.mark.django_db
def test_an_index_cut_by_the_other_is_told_and_rebuilt(make_thread, settings):
    thread = make_thread(title="支付宝的灰度发布")
    assert "forum.W001" not in checked()
    settings.SEARCH_CUTTER = "rjieba"
    said = checked()
    assert "cut by jieba, questions are cut by rjieba" in said and "rebuild_search" in said
    assert [hit.thread for hit in search("灰度", VISITOR).hits] == [thread]  # found all the same
    call_command("rebuild_search", stdout=StringIO())
    assert "forum.W001" not in checked()
    assert cut_by(SearchEntry.objects.get().edition) == "rjieba"
    assert [hit.thread for hit in search("灰度发布", VISITOR).hits] == [thread]


def test_an_edition_tells_who_cut(settings):
    assert cut_by(edition()) == "jieba"
    settings.SEARCH_CUTTER = "rjieba"
    assert cut_by(edition()) == "rjieba"


def test_rjieba_that_is_not_there_is_said(settings, monkeypatch):
    settings.SEARCH_CUTTER = "rjieba"
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SystemCheckError, match="rjieba, which is not installed"):
        call_command("check", stdout=StringIO())
