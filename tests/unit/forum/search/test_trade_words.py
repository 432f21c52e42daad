"""Trade words and synonyms: of the file, and of the table moderators edit."""

import pytest
from django.contrib.auth.models import AnonymousUser

from forum.models import TradeWord
from forum.search import read_words, search, segment
from forum.search.dictionary import learn, synonyms

VISITOR = AnonymousUser()


@pytest.fixture
def untaught():
    """What was learnt from a test's rows is forgotten with them."""
    learn(())
    yield
    learn(())


def found(query):
    return [hit.thread for hit in search(query, VISITOR, literally=True).hits]


def test_the_file_names_words_that_mean_the_same():
    assert synonyms("日活") == ("dau", "日活跃用户")
    assert synonyms("没有") == ()


def test_learning_is_undone_by_learning_something_else(untaught):
    assert segment("甲骨纹饰社") != ["甲骨纹饰社"]
    before = segment("甲骨纹饰社")
    learn((("甲骨纹饰社", "oracle社"),))
    assert segment("甲骨纹饰社") == ["甲骨纹饰社"]
    assert synonyms("oracle社") == ("甲骨纹饰社",)
    learn(())
    assert segment("甲骨纹饰社") == before
    assert synonyms("甲骨纹饰社") == ()


@pytest.mark.django_db
class TestSearch:
    def test_a_synonym_finds_what_was_written_otherwise_and_marks_it(self, make_thread):
        thread = make_thread(title="DAU 之谜", body="无关")
        make_thread(title="别的", body="别的")
        assert found("日活") == [thread]
        assert search("日活", VISITOR).hits[0].title == "<mark>DAU</mark> 之谜"

    def test_the_word_itself_comes_first(self, make_thread):
        itself = make_thread(title="日活", body="无关")
        other = make_thread(title="DAU", body="无关")
        assert found("日活") == [itself, other]

    def test_a_row_of_the_table_holds_for_the_next_question(self, make_thread, untaught):
        thread = make_thread(title="猫粮机", body="无关")
        assert found("喂食器") == []
        row = TradeWord.objects.create(word="猫粮机", synonyms="喂食器、投喂机")
        assert found("喂食器") == found("投餵機") == [thread]
        row.is_active = False
        row.save()
        assert found("喂食器") == []

    def test_a_phrase_is_what_was_typed_and_nothing_else(self, make_thread):
        make_thread(title="DAU", body="无关")
        assert found("“日活”") == []


@pytest.mark.django_db
class TestDesk:
    def test_moderators_add_a_word_and_try_a_text(self, zhou, client_of, untaught):
        desk = client_of(zhou)
        assert desk.get("/admin/forum/tradeword/").status_code == 200
        answer = desk.post("/admin/forum/tradeword/add/", {"word": "猫 粮机", "synonyms": "喂食器", "is_active": "on"})
        assert answer.status_code == 302
        assert TradeWord.objects.get().word == "猫粮机"
        page = desk.get("/admin/forum/tradeword/trial/", {"text": "貓糧機很好"}).content.decode()
        assert "猫粮机" in page and "喂食器" in page

    @pytest.mark.parametrize("word", ["", "，", "支付寶", "x" * 41])
    def test_a_word_that_is_none_or_there_already_is_refused(self, zhou, client_of, untaught, word):
        TradeWord.objects.create(word="支付宝")
        client_of(zhou).post("/admin/forum/tradeword/add/", {"word": word, "is_active": "on"})
        assert TradeWord.objects.count() == 1

    def test_trying_too_long_a_text_is_said(self, zhou, client_of):
        assert client_of(zhou).get("/admin/forum/tradeword/trial/", {"text": "长" * 3_000}).status_code == 422

    def test_members_are_not_let_in(self, mei, client_of):
        assert client_of(mei).get("/admin/forum/tradeword/trial/").status_code == 403

    def test_the_trial_knows_the_words_of_a_text(self, untaught):
        assert [word for word, _same in read_words("支付寶和DAU，支付宝")] == ["支付宝", "和", "dau"]
