import time

import pytest
from allauth.account.models import EmailAddress

from accounts.models import User

CODE_PAGE = "/accounts/confirm-email/"


def test_a_code_by_mail_finishes_signing_up(client, sign_up, code, mailoutbox):
    assert sign_up()["Location"] == CODE_PAGE
    assert mailoutbox[0].to == ["xin@example.com"]
    assert mailoutbox[0].subject == f"{code()} 是你的验证码"
    assert "跟帖" in mailoutbox[0].body
    assert "_auth_user_id" not in client.session
    response = client.post(CODE_PAGE, {"code": code()})
    user = User.objects.get(username="新来的")
    assert response["Location"] == "/"
    assert client.session["_auth_user_id"] == str(user.pk)
    assert EmailAddress.objects.get(user=user).verified


def test_the_code_page_says_what_it_wants_and_where_the_code_went(client, sign_up):
    sign_up()
    page = client.get(CODE_PAGE).content.decode()
    assert ">输入邮箱验证码</h1>" in page
    assert "<strong>" in page and "xin@example.com" in page
    assert "邮箱写错了？换一个" in page


def test_it_ends_on_the_page_and_in_the_box_it_began_at(client, sign_up, code):
    sign_up(next="/threads/7/#write")
    assert client.post(CODE_PAGE, {"code": code()})["Location"] == "/threads/7/#write"


def test_another_site_is_no_place_to_return_to(client, sign_up, code):
    sign_up(next="https://evil.example/")
    assert client.post(CODE_PAGE, {"code": code()})["Location"] == "/"


def test_digits_of_an_input_method_for_chinese_are_digits(client, sign_up, code):
    sign_up()
    wide = code().translate({ord("0") + n: ord("０") + n for n in range(10)})
    assert client.post(CODE_PAGE, {"code": f" {wide} "}).status_code == 302
    assert "_auth_user_id" in client.session


def test_a_wrong_code_is_told_at_the_field_and_three_of_them_end_it(client, sign_up, code):
    sign_up()
    wrong = f"{(int(code()) + 1) % 1000000:06}"
    first = client.post(CODE_PAGE, {"code": wrong})
    assert first.status_code == 200
    assert "验证码不对" in first.content.decode()
    client.post(CODE_PAGE, {"code": wrong})
    assert client.post(CODE_PAGE, {"code": wrong})["Location"] == "/accounts/login/"
    assert client.post(CODE_PAGE, {"code": code()}).status_code == 302
    assert "_auth_user_id" not in client.session


def test_a_code_holds_as_long_as_the_mail_says(client, sign_up, code, settings, mailoutbox, monkeypatch):
    sign_up()
    limit = settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT
    assert f"{limit // 60} 分钟内有效" in mailoutbox[0].body
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + limit + 1)
    client.post(CODE_PAGE, {"code": code()})
    assert "_auth_user_id" not in client.session


def test_a_new_code_can_be_asked_for_and_replaces_the_old(client, sign_up, code, mailoutbox):
    sign_up()
    old = code()
    client.post(CODE_PAGE, {"action": "resend"})
    assert len(mailoutbox) == 2
    if code() != old:  # one in a million is the same
        client.post(CODE_PAGE, {"code": old})
        assert "_auth_user_id" not in client.session
    client.post(CODE_PAGE, {"code": code()})
    assert "_auth_user_id" in client.session


def test_a_mistyped_address_can_be_changed(client, sign_up, code, mailoutbox):
    sign_up(email="xni@example.com")
    client.post(CODE_PAGE, {"action": "change", "email": "xin@example.com"})
    assert mailoutbox[-1].to == ["xin@example.com"]
    client.post(CODE_PAGE, {"code": code()})
    assert User.objects.get(username="新来的").email == "xin@example.com"


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"username": "阿梅"}, "这个名字已经有人用了"),
        ({"username": "阿 梅"}, "用户名只能用汉字"),
        ({"username": "管理员"}, "“管理员”留给本站的管理者使用"),
        ({"username": "Ａdmin"}, "用户名只能用汉字"),
        ({"username": "adm1n"}, "“admin”留给本站的管理者使用"),
        ({"username": "跟帖小助手"}, "“跟帖”留给本站的管理者使用"),
        ({"username": "一二三四五六七八九十甲"}, "用户名为 1 到 10 个汉字"),
        ({"username": ""}, "这个字段是必填项"),
        ({"email": "不是邮箱"}, "有效的"),
        ({"password1": "12345678"}, "只包含数字"),
        ({"password1": "password"}, "常见"),
        ({"password1": "短"}, "太短"),
    ],
)
def test_a_refusal_stands_at_its_field_and_nothing_is_lost(sign_up, mei, mailoutbox, answers, sentence):
    response = sign_up(**answers)
    page = response.content.decode()
    ((field, _value),) = answers.items()
    assert response.status_code == 200
    assert sentence in page
    assert f'id="id_{field}_error"' in page
    assert 'aria-invalid="true"' in page
    if field != "email":
        assert 'value="xin@example.com"' in page
    assert User.objects.count() == 1
    assert not mailoutbox


def test_a_traditional_or_wide_double_of_a_name_is_taken(sign_up, db):
    User.objects.create_user("林风", "lin@example.com")
    assert "这个名字已经有人用了" in sign_up(username="林風").content.decode()


def test_two_people_taking_one_name_at_once_are_no_error(sign_up, mei, monkeypatch):
    monkeypatch.setattr("accounts.adapter.AccountAdapter.clean_username", lambda self, name, shallow=False: name)
    response = sign_up(username="阿梅")
    assert response.status_code == 302
    assert response["Location"] == "/accounts/signup/"
    assert User.objects.count() == 1


def test_a_taken_address_looks_like_a_free_one(client, sign_up, mei, mailoutbox):
    taken = sign_up(email="mei@example.com")
    assert taken["Location"] == CODE_PAGE
    assert client.get(CODE_PAGE).status_code == 200
    assert User.objects.count() == 1
    assert mailoutbox[0].to == ["mei@example.com"]
    assert "验证码" not in mailoutbox[0].subject


def test_a_robot_that_fills_every_field_is_thanked_and_forgotten(sign_up, mailoutbox):
    assert sign_up(website="https://spam.example")["Location"] == CODE_PAGE
    assert not User.objects.exists()
    assert not mailoutbox


def test_the_trap_is_hidden_by_the_style_sheet_alone(client, db):
    page = client.get("/accounts/signup/").content.decode()
    assert "field--trap" in page
    assert "style=" not in page
