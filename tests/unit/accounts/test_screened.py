"""Names and introductions are screened like everything else people write."""

import pytest

from accounts.models import User
from forum.models import BlockedWord, WordHit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def words(db):
    about = [("加微信", "hold", []), ("草泥马", "mask", []), ("代开发票", "refuse", []), ("店长", "mask", ["name"])]
    for word, level, scopes in about:
        BlockedWord.objects.create(word=word, level=level, scopes=scopes)


def sign_up(visitor, name):
    about = {"username": name, "email": "new@example.org", "password1": "一年有四季-88"}
    return visitor.post("/accounts/signup/", about)


@pytest.mark.parametrize("name", ["加薇信领课", "艹早泥马", "代開發票", "店长小王"])
def test_a_name_with_a_blocked_word_is_refused_with_a_reason(visitor, name):
    page = sign_up(visitor, name)
    assert page.status_code in (200, 422)
    assert "这个名字不能在这里使用" in page.content.decode()
    assert not User.objects.filter(username=name).exists()
    assert WordHit.objects.get().author is None


def test_another_name_is_welcome(visitor):
    assert sign_up(visitor, "小林同学").status_code == 302


@pytest.mark.parametrize("bio", ["资料加 微 信", "专业代開發票"])
def test_an_introduction_nobody_will_look_at_first_is_refused_and_kept_in_the_form(client_of, mei, bio):
    page = client_of(mei).post("/accounts/profile/", {"bio": bio})
    assert page.status_code == 422
    assert bio in page.content.decode()
    mei.refresh_from_db()
    assert mei.bio == ""


def test_masked_words_are_covered(client_of, mei):
    client_of(mei).post("/accounts/profile/", {"bio": "一只草泥马，店长"})
    mei.refresh_from_db()
    assert mei.bio == "一只＊＊＊，店长"
