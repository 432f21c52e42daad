"""What is suggested to whoever is typing."""

import pytest

from forum.models import State
from forum.search import enter_names

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggest(visitor):
    def fragment(words):
        response = visitor.get("/search/suggestions/", {"q": words}, headers={"X-Requested-With": "fetch"})
        assert response.status_code == 200
        return response.content.decode()

    return fragment


@pytest.mark.parametrize("typed", ["支付", "支付寶", "zhifubao", "zfb"])
def test_titles_and_tags_are_suggested(suggest, make_thread, typed):
    thread = make_thread(title="支付宝的用意", tags=["支付宝"])
    shown = suggest(typed)
    assert f'href="{thread.get_absolute_url()}"' in shown
    assert "#支付宝" in shown


def test_members_are_suggested(suggest, mei):
    enter_names()
    assert "/people/%E9%98%BF%E6%A2%85/" in suggest("amei")


def test_what_only_the_text_says_and_what_is_hidden_is_not(suggest, make_thread):
    make_thread(title="别的", body="支付宝")
    make_thread(title="支付宝", state=State.HIDDEN)
    assert "threads/" not in suggest("支付宝")


@pytest.mark.parametrize("typed", ["", "\0", "'", "author:阿梅", "-x", "%", "长" * 900, "<b>"])
def test_nothing_typed_is_too_strange(suggest, typed):
    assert "<b>" not in suggest(typed)


def test_without_the_script_the_page_itself_answers(visitor):
    response = visitor.get("/search/suggestions/", {"q": "支付宝 & 社交"})
    assert response.status_code == 302
    assert response["Location"] == "/search/?q=%E6%94%AF%E4%BB%98%E5%AE%9D+%26+%E7%A4%BE%E4%BA%A4"
