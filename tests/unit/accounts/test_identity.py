"""Real identity: that somebody confirmed it, how and when; never the number."""

import pytest
from django.core.cache import cache
from django.db import connection

from accounts.identity import NotConfirmed, confirm, is_identified, is_organisations, is_persons
from accounts.models import Identity

PAGE = "/accounts/identity/"
NUMBER = "11010519491231002X"  # the example of the standard itself
CODE = "91350100M000100Y43"  # and of the other
PERSON = {"kind": "person", "name": "王小明", "number": NUMBER}
COMPANY = {"kind": "organisation", "name": "跟帖书店", "number": CODE}


@pytest.mark.parametrize(("number", "fits"), [(NUMBER, True), ("110105194912310021", False), ("1", False), ("", False)])
def test_a_cards_last_sign_is_checked(number, fits):
    assert is_persons(number) == fits


@pytest.mark.parametrize(("code", "fits"), [(CODE, True), ("91350100M000100Y44", False), ("OISVZ", False)])
def test_a_codes_last_sign_is_checked(code, fits):
    assert is_organisations(code) == fits


def test_confirmed_with_method_and_date_and_no_number(client_of, mei):
    client = client_of(mei)
    assert client.post(PAGE, PERSON)["Location"] == PAGE
    page = client.get(PAGE).content.decode()
    assert "已确认" in page and "演示" in page and NUMBER not in page and "王小明" not in page
    with connection.cursor() as cursor:
        cursor.execute("select row_to_json(accounts_identity)::text from accounts_identity")
        (row,) = cursor.fetchone()
    assert NUMBER not in row and "王小明" not in row
    assert is_identified(mei)


def test_the_page_of_a_person_says_so_to_everybody(client, client_of, mei):
    client_of(mei).post(PAGE, PERSON)
    page = client.get(mei.get_absolute_url()).content.decode()
    assert "已实名" in page and "演示" in page and "王小明" not in page


def test_an_organisation_is_shown_by_name(client, client_of, mei):
    client_of(mei).post(PAGE, COMPANY)
    page = client.get(mei.get_absolute_url()).content.decode()
    assert "机构" in page and "跟帖书店" in page and CODE not in page
    assert Identity.objects.get().organisation == "跟帖书店"


@pytest.mark.parametrize("typed", [" 110105 1949 1231 002x ", "１１０１０５１９４９１２３１００２Ｘ"])
def test_one_person_has_one_account_however_it_is_typed(client_of, mei, lin, typed):
    client_of(mei).post(PAGE, PERSON)
    page = client_of(lin).post(PAGE, PERSON | {"number": typed})
    assert page.status_code == 422 and "一人一个账号" in page.content.decode()
    assert Identity.objects.get().user == mei


def test_also_after_the_secret_key_was_changed(mei, lin, settings):
    confirm(mei, **PERSON)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"
    with pytest.raises(NotConfirmed):
        confirm(lin, **PERSON)


def test_a_wrong_number_is_told_at_its_field_and_nothing_is_lost(client_of, mei):
    page = client_of(mei).post(PAGE, PERSON | {"number": "110105194912310021"})
    assert page.status_code == 422
    text = page.content.decode()
    assert 'id="id_number_error"' in text and "不可能正确" in text and 'value="王小明"' in text
    assert not Identity.objects.exists()


@pytest.mark.parametrize("form", [{}, {"kind": "king", "name": "王", "number": NUMBER}, {"kind": "person"}])
def test_half_a_form_is_told(client_of, mei, form):
    assert client_of(mei).post(PAGE, form).status_code == 422


def test_taken_back_nothing_is_left(client_of, mei, lin):
    client = client_of(mei)
    client.post(PAGE, PERSON)
    assert client.post(PAGE, {"forget": "yes"})["Location"] == PAGE
    assert not Identity.objects.exists() and not is_identified(mei)
    assert client_of(lin).post(PAGE, PERSON).status_code == 302


def test_without_a_provider_nothing_is_asked(client_of, mei, settings):
    settings.IDENTITY_PROVIDER = ""
    client = client_of(mei)
    assert "暂时不能" in client.get(PAGE).content.decode()
    assert client.post(PAGE, PERSON).status_code == 422
    assert not Identity.objects.exists()


def test_questions_are_counted(client_of, mei, settings):
    from config.settings import base

    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS
    cache.clear()
    client = client_of(mei)
    wrong = PERSON | {"number": "110105194912310021"}
    assert [client.post(PAGE, wrong).status_code for _turn in range(6)] == [422] * 5 + [429]


def test_another_provider_is_a_class_elsewhere(mei, settings):
    settings.IDENTITY_PROVIDER = "tests.unit.accounts.test_identity.Bank"
    confirm(mei, **PERSON)
    assert Identity.objects.get().method == "face"


class Bank:
    def confirm(self, kind, name, number):
        return Identity.Method.FACE
