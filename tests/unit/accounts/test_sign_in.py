import pytest

from accounts.models import User
from tests.cast import PASSWORD


@pytest.mark.parametrize("login", ["阿梅", " 阿梅 ", "mei@example.com", "MEI@Example.com"])
def test_by_name_or_address(client, sign_in, mei, login):
    assert sign_in(login)["Location"] == "/"
    assert client.session["_auth_user_id"] == str(mei.pk)


@pytest.mark.parametrize("login", ["SanMao", "sanmao", "ＳａｎＭａｏ"])
def test_by_name_however_it_is_typed(client, sign_in, db, login):
    User.objects.create_user("SanMao", password=PASSWORD)
    response = sign_in(login)
    assert response.status_code == 302  # to the code page: her address is not confirmed


def test_in_the_other_script(client, sign_in, mei):
    mei.username = "梅风"
    mei.save()
    sign_in("梅風")
    assert "_auth_user_id" in client.session


def test_it_leads_back_to_the_box(sign_in, mei):
    assert sign_in("阿梅", next="/threads/7/?after=3-4#write")["Location"] == "/threads/7/?after=3-4#write"


def test_every_way_on_keeps_the_page_in_mind(client, db):
    page = client.get("/accounts/login/?next=/threads/7/%23write").content.decode()
    assert 'href="/accounts/signup/?next=%2Fthreads%2F7%2F%23write"' in page
    assert 'href="/accounts/password/reset/?next=%2Fthreads%2F7%2F%23write"' in page
    assert 'value="/threads/7/#write"' in page


def test_whoever_is_signed_in_goes_straight_on(client, mei):
    client.force_login(mei)
    assert client.get("/accounts/login/?next=/threads/7/%23write")["Location"] == "/threads/7/#write"


@pytest.mark.parametrize("login", ["阿梅", "没这个人"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, sign_in, mei, login):
    response = sign_in(login, "wrong")
    page = response.content.decode()
    assert response.status_code == 200
    assert "用户名或密码不对，请再试一次。" in page
    assert f'value="{login}"' in page
    assert "_auth_user_id" not in client.session


def test_a_closed_account_is_told_so(client, sign_in, mei):
    mei.is_active = False
    mei.save()
    response = sign_in("阿梅")
    assert "停用" in client.get(response["Location"]).content.decode()
    assert "_auth_user_id" not in client.session


def test_an_unconfirmed_address_gets_a_code_first(client, sign_in, code, db):
    User.objects.create_user("小周", "zhou@example.com", PASSWORD)
    assert sign_in("小周", next="/threads/7/")["Location"] == "/accounts/confirm-email/"
    assert client.post("/accounts/confirm-email/", {"code": code()})["Location"] == "/threads/7/"


def test_signing_out_asks_and_then_does(client, mei):
    client.force_login(mei)
    page = client.get("/accounts/logout/")
    assert page.status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/accounts/logout/", {"next": "/threads/7/"})["Location"] == "/threads/7/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["login", "signup", "password/reset"])
def test_every_page_speaks_three_languages(client, db, address):
    said = set()
    for language, told in (("zh-hans", "zh-Hans"), ("zh-hant", "zh-Hant-TW"), ("zh-hk", "zh-Hant-HK"), ("en", "en")):
        client.cookies["lang"] = language
        response = client.get(f"/accounts/{address}/")
        assert response["Content-Language"] == told
        said.add(response.content.decode().partition("<h1")[2].partition("</h1>")[0])
    assert len(said) > 1


def test_the_page_names_the_site_and_not_its_host(client, db):
    page = client.get("/accounts/login/").content.decode()
    assert "跟帖" in page
    assert "testserver" not in page
