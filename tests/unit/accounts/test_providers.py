"""Accounts elsewhere, at a real OpenID Connect server."""

from copy import deepcopy
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.models import User
from accounts.names import nearest
from tests import cast, oidc

LOGIN = "/accounts/oidc/sso/login/"
BACK = "/accounts/oidc/sso/login/callback/"
LINKED = "/accounts/3rdparty/"
NAMING = "/accounts/3rdparty/signup/"


@pytest.fixture(scope="module")
def issuer():
    with oidc.provider() as issuer:
        oidc.introduce(issuer, "wang-1", preferred_username="王 小明", email="wang@example.com", email_verified=True)
        yield issuer


@pytest.fixture
def sso(settings, issuer):
    """The site has keys for that server."""
    keys = deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    app = {"provider_id": "sso", "name": "大学账号", "client_id": "us", "secret": "hush"}
    keys["openid_connect"]["APPS"] = [app | {"settings": {"server_url": issuer}}]
    settings.SOCIALACCOUNT_PROVIDERS = keys
    return issuer


@pytest.fixture
def github(settings):
    keys = deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    keys["github"]["APPS"] = [{"client_id": "us", "secret": "hush", "name": "GitHub"}]
    settings.SOCIALACCOUNT_PROVIDERS = keys


def go(client, query=""):
    """Press the button; the address at the provider our page leads to."""
    page = client.post(LOGIN + query)
    assert page.status_code == 200
    return page.context["redirect_to"]


def come(client, sub="wang-1", query=""):
    """To the provider, say yes there, and back."""
    return client.get(BACK, oidc.consent(go(client, query), sub))


@pytest.fixture
def arrive(client, sso, db):
    return lambda sub="wang-1", query="": come(client, sub, query)


def name_oneself(client, **answers):
    return client.post(NAMING, {"username": "王小明", "email": "wang@example.com"} | answers)


def test_without_keys_there_is_no_button(client, db):
    for path in ("/accounts/login/", "/accounts/signup/"):
        assert "用其他网站的账号" not in client.get(path).content.decode()


def test_with_keys_there_is_one_and_only_for_those(client, db, sso, github):
    page = client.get("/accounts/login/?next=/threads/7/").content.decode()
    assert "大学账号" in page and "GitHub" in page
    assert "微信" not in page and "微博" not in page
    assert f'action="{LOGIN}?process=login&amp;next=%2Fthreads%2F7%2F"' in page


@pytest.mark.parametrize("provider", ["weixin", "weibo", "github"])
def test_every_provider_has_its_door_once_it_has_keys(client, db, settings, provider):
    keys = deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    keys[provider]["APPS"] = [{"client_id": "us", "secret": "hush", "name": "那边"}]
    settings.SOCIALACCOUNT_PROVIDERS = keys
    page = client.post(f"/accounts/{provider}/login/")
    there = urlsplit(page.context["redirect_to"])
    asked = parse_qs(there.query)
    assert there.scheme == "https" and there.hostname in {"open.weixin.qq.com", "api.weibo.com", "github.com"}
    assert asked["redirect_uri"] == [f"http://testserver/accounts/{provider}/login/callback/"]
    assert "us" in asked.get("client_id", asked.get("appid")) and asked["state"][0] in str(client.session.items())


def test_a_stranger_chooses_a_name_and_confirms_the_address(arrive, client, code, mailoutbox):
    assert arrive(query="?next=/threads/7/%23write")["Location"] == NAMING
    form = client.get(NAMING).content.decode()
    assert 'value="王小明"' in form and 'value="wang@example.com"' in form
    assert not User.objects.exists()
    assert name_oneself(client)["Location"].startswith("/accounts/confirm-email/")
    assert mailoutbox[0].to == ["wang@example.com"] and "_auth_user_id" not in client.session
    assert client.post("/accounts/confirm-email/", {"code": code()})["Location"] == "/threads/7/#write"
    user = User.objects.get()
    assert not user.has_usable_password() and user.socialaccount_set.get().uid == "wang-1"


def test_nothing_is_kept_but_the_name_there(arrive, client):
    arrive()
    name_oneself(client)
    assert SocialAccount.objects.get().extra_data == {"name": "王 小明"}
    assert not SocialToken.objects.exists()
    for session in Session.objects.all():
        assert "access_token" not in str(session.get_decoded()) and "'token'" not in str(session.get_decoded())


def signed_up(client, arrive, code):
    arrive()
    name_oneself(client)
    client.post("/accounts/confirm-email/", {"code": code()})


def test_the_second_time_it_opens_the_door_alone(arrive, client, code):
    signed_up(client, arrive, code)
    client.post("/accounts/logout/")
    assert arrive()["Location"] == "/"
    assert client.session["_auth_user_id"] == str(User.objects.get().pk)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("管理员", "留给本站的管理者"), ("阿梅", "已经有人用了"), ("阿 梅", "只能用汉字"), ("13800138000", "手机号不能")],
)
def test_names_are_those_of_the_house(arrive, client, mei, name, sentence):
    arrive()
    page = name_oneself(client, username=name)
    assert page.status_code == 200 and sentence in page.content.decode()
    assert User.objects.count() == 1


def test_an_address_somebody_has_here_opens_nothing(issuer, arrive, client, mei, mailoutbox):
    """The provider calls 阿梅's address confirmed; whoever types it there is still not 阿梅."""
    oidc.introduce(issuer, "thief", preferred_username="thief", email="mei@example.com", email_verified=True)
    assert arrive("thief")["Location"] == NAMING
    answer = name_oneself(client, username="贼", email="mei@example.com")
    assert answer["Location"].startswith("/accounts/confirm-email/"), "it looks like a free one"
    assert "_auth_user_id" not in client.session
    assert User.objects.count() == 1 and not SocialAccount.objects.exists()
    assert mailoutbox[0].to == ["mei@example.com"] and "验证码" not in mailoutbox[0].subject


def test_an_address_the_provider_confirmed_is_not_confirmed_here(arrive, client):
    arrive()
    name_oneself(client)
    assert not EmailAddress.objects.get().verified


def test_whoever_is_kept_out_is_told(arrive, client, settings):
    settings.DOOR_KEPT_BY = "tests.unit.accounts.test_providers.shut"
    arrive()
    assert "今天不行" in name_oneself(client).content.decode()
    assert not User.objects.exists()


def shut(address, email=""):
    from django.core.exceptions import ValidationError

    raise ValidationError("今天不行")


def test_by_mobile_number_as_well(arrive, client):
    from tests import sms

    sms.outbox.clear()
    arrive()
    answer = client.post(NAMING, {"by": "phone", "phone": "13800138000", "username": "王小明"})
    assert answer["Location"].startswith("/accounts/phone/verify/")
    client.post("/accounts/phone/verify/", {"code": sms.outbox[-1][2]})
    assert client.session["_auth_user_id"] == str(User.objects.get(phone="+8613800138000").pk)


def test_two_people_taking_one_name_at_once_are_no_error(arrive, client, mei, monkeypatch):
    monkeypatch.setattr("accounts.adapter.AccountAdapter.clean_username", lambda self, name, shallow=False: name)
    arrive()
    assert name_oneself(client, username="阿梅")["Location"] == "/accounts/login/"
    assert not SocialAccount.objects.exists()


def test_linking_asks_who_one_is_and_tells_by_mail(sso, client_of, mei, mailoutbox):
    client = client_of(mei)
    answer = come(client, query="?process=connect")
    assert answer["Location"] == "/accounts/reauthenticate/" and not SocialAccount.objects.exists()
    answer = client.post("/accounts/reauthenticate/", {"password": cast.PASSWORD})
    assert answer["Location"] == LINKED
    assert SocialAccount.objects.get().user == mei
    assert mailoutbox[-1].to == ["mei@example.com"] and "大学账号" in mailoutbox[-1].body
    page = client.get(LINKED).content.decode()
    assert "大学账号 · 王 小明" in page and "已绑定" in page


def test_an_account_elsewhere_belongs_to_one_person(sso, client_of, mei, lin):
    SocialAccount.objects.create(user=lin, provider="sso", uid="wang-1", extra_data={"name": "王"})
    client = client_of(mei)
    come(client, query="?process=connect")
    client.post("/accounts/reauthenticate/", {"password": cast.PASSWORD})
    assert SocialAccount.objects.get().user == lin
    assert "已经绑定到另一个账号" in client.get(LINKED).content.decode()


@pytest.mark.parametrize("keys_are_gone", [True, False])
def test_unlinking(request, client_of, mei, mailoutbox, keys_are_gone):
    if not keys_are_gone:
        request.getfixturevalue("sso")
    linked = SocialAccount.objects.create(user=mei, provider="sso", uid="wang-1", extra_data={"name": "王"})
    client = client_of(mei)
    assert client.get(LINKED).status_code == 200
    assert client.post(LINKED, {"account": linked.pk})["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": cast.PASSWORD})
    assert client.post(LINKED, {"account": linked.pk})["Location"] == LINKED
    assert not SocialAccount.objects.exists()
    assert mailoutbox[-1].to == ["mei@example.com"]


def test_the_last_way_in_is_kept(arrive, client, code):
    signed_up(client, arrive, code)
    page = client.post(LINKED, {"account": SocialAccount.objects.get().pk})
    assert "先设置一个密码" in page.content.decode()
    assert SocialAccount.objects.exists()


def test_nobody_unlinks_for_another(client_of, mei, lin):
    theirs = SocialAccount.objects.create(user=lin, provider="github", uid="1")
    client = client_of(mei)
    assert client.post(LINKED, {"account": theirs.pk}).status_code == 200
    assert SocialAccount.objects.exists()


def test_who_says_no_there_is_told_nothing_happened(client, sso, db):
    answer = client.get(BACK, oidc.consent(go(client), action="deny"))
    assert answer["Location"] == "/accounts/3rdparty/login/cancelled/"
    assert "没有登录" in client.get(answer["Location"]).content.decode()


def test_an_answer_for_another_browser_is_not_believed(sso, client, db):
    """A forged link with the forger's own code would sign the victim in as the forger."""
    answer = oidc.consent(go(client), "wang-1")
    victim = Client()
    page = victim.get(BACK, answer)
    assert page.status_code == 401 and "没有成功" in page.content.decode()
    assert "_auth_user_id" not in victim.session
    assert victim.get(BACK, answer | {"state": "x"}).status_code == 401


def test_a_code_opens_once(sso, client, db):
    answer = oidc.consent(go(client), "wang-1")
    assert client.get(BACK, answer).status_code == 302
    assert client.get(BACK, answer).status_code == 401


def test_a_link_cannot_ask_the_provider_for_more(sso, client, db):
    asked = go(client, "?scope=repo&auth_params=redirect_uri%3Dhttps%3A%2F%2Fevil.example%2F")
    assert "repo" not in asked and "evil" not in asked


def test_another_site_is_no_place_to_return_to(arrive, client, code):
    signed_up(client, arrive, code)
    client.post("/accounts/logout/")
    assert arrive(query="?next=https://evil.example/")["Location"] == "/"


def test_a_get_signs_nobody_in(sso, client, db):
    page = client.get(LOGIN)
    assert page.status_code == 200 and "redirect_to" not in page.context
    assert "用大学账号继续" in page.content.decode()


def test_a_provider_that_is_away_is_a_page_that_says_so(client, db, settings):
    keys = deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    app = {"provider_id": "sso", "name": "关门的", "client_id": "us", "secret": "hush"}
    keys["openid_connect"]["APPS"] = [app | {"settings": {"server_url": "http://127.0.0.1:9"}}]
    settings.SOCIALACCOUNT_PROVIDERS = keys
    page = client.post(LOGIN)
    assert page.status_code == 401 and "没有成功" in page.content.decode()


@pytest.mark.parametrize("claims", [{"sub": 7}, {"sub": ""}, {"name": ["x"]}, {"email": 5}])
def test_an_answer_out_of_shape_is_no_error_page(sso, client, db, monkeypatch, claims):
    monkeypatch.setattr(
        "allauth.socialaccount.providers.openid_connect.views.OpenIDConnectOAuth2Adapter._fetch_user_info",
        lambda self, token: {"sub": "wang-1"} | claims,
    )
    assert come(client).status_code in {302, 401}


@pytest.mark.parametrize("name", ["github", "openid_connect", "nobody"])
def test_an_address_of_openid_connect_leads_to_no_other_provider(client, sso, github, db, name):
    assert client.post(f"/accounts/oidc/{name}/login/").status_code == (200 if name == "openid_connect" else 404)


@pytest.mark.parametrize(
    ("there", "here"), [("王 小明", "王小明"), ("monalisa", "monalisa"), ("---", ""), ("", ""), ("名" * 30, "名" * 10)]
)
def test_a_name_from_elsewhere_is_only_a_beginning(there, here):
    assert nearest(there) == here
