"""Two steps, passkeys and devices, on a phone and on a desk."""

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from playwright.sync_api import expect

from tests.cast import PASSWORD

PHONE = {"viewport": {"width": 390, "height": 844}}
DESK = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture(autouse=True)
def nothing_used_yet():
    cache.clear()


@pytest.fixture
def by_name(server, witness):
    """The same site under a name: a passkey belongs to one, and an address is none."""
    named = server.replace("127.0.0.1", "localhost")
    witness.ours += (named,)
    return named


def give_password(page, name="阿梅"):
    page.get_by_label("用户名、邮箱或手机号").fill(name)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.locator("main").get_by_role("button", name="登录", exact=True).click()


def say_who_one_is(page):
    page.get_by_label("密码", exact=False).fill(PASSWORD)
    page.get_by_role("button", name="确认").click()


def add_authenticator(page):
    """As Chromium's own, like the chip of a telephone."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    chip = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    chip |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    return line, line.send("WebAuthn.addVirtualAuthenticator", {"options": chip})["authenticatorId"]


def no_scroll_aside(page):
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize(("how", "scripts"), [(PHONE, True), (DESK, False)])
def test_a_second_step_is_switched_on_and_asked_for(open_page, mei, how, scripts):
    page = open_page("/accounts/login/?next=/favourites/", java_script_enabled=scripts, **how)
    give_password(page)
    page.goto("/accounts/2fa/")
    no_scroll_aside(page)
    page.get_by_role("link", name="开启").click()
    say_who_one_is(page)
    secret = page.get_by_label("密钥").input_value()
    page.get_by_label("动态码").fill(shown(secret))
    page.get_by_role("button", name="开启").click()
    recovery = page.get_by_label("未使用的恢复码").input_value().split()
    assert len(recovery) == 10
    no_scroll_aside(page)
    page.context.clear_cookies()
    page.goto("/accounts/login/?next=/favourites/")
    give_password(page)
    page.get_by_label("验证码").fill(recovery[0])
    page.get_by_role("button", name="登录", exact=True).last.click()
    page.get_by_role("button", name="不信任").click()
    expect(page).to_have_url("/favourites/")


def shown(secret):
    """What the app shows now."""
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


@pytest.mark.parametrize("how", [PHONE, DESK])
def test_a_passkey_is_made_and_opens_the_door_alone(open_page, by_name, make_thread, mei, how):
    thread = make_thread()
    page = open_page(f"{by_name}/accounts/login/", **how)
    add_authenticator(page)
    give_password(page)
    page.goto(f"{by_name}/accounts/2fa/webauthn/add/")
    say_who_one_is(page)
    page.get_by_label("给它起个名字").fill("我的手机")
    page.get_by_role("button", name="新增").click()
    expect(page.get_by_role("heading", name="恢复码")).to_be_visible()
    page.goto(f"{by_name}/accounts/2fa/webauthn/")
    expect(page.get_by_role("heading", name="我的手机")).to_contain_text("免密登录")
    no_scroll_aside(page)
    page.context.clear_cookies()
    page.goto(by_name + thread.get_absolute_url())
    page.locator("#write").get_by_role("link", name="登录").click()
    page.get_by_role("button", name="用通行密钥登录").click()
    expect(page).to_have_url(f"{by_name}{thread.get_absolute_url()}#write")
    expect(page.get_by_label("你的评论")).to_be_visible()


def test_a_passkey_that_is_not_there_is_said_in_words(open_page, by_name, mei):
    page = open_page(f"{by_name}/accounts/login/", **PHONE)
    line, chip = add_authenticator(page)
    line.send("WebAuthn.setUserVerified", {"authenticatorId": chip, "isUserVerified": False})
    page.get_by_role("button", name="用通行密钥登录").click()
    expect(page.get_by_role("alert")).to_contain_text("没有用上通行密钥")


@pytest.mark.parametrize("scripts", [True, False])
def test_another_device_is_signed_out(open_page, mei, scripts):
    phone = open_page("/accounts/login/?next=/favourites/", **PHONE)
    give_password(phone)
    desk = open_page("/accounts/login/?next=/accounts/sessions/", java_script_enabled=scripts, **DESK)
    give_password(desk)
    expect(desk.locator(".doors__one")).to_have_count(2)
    desk.get_by_role("button", name="让 Chrome · Linux 退出登录").click()
    expect(desk.locator(".doors__one")).to_have_count(1)
    phone.reload()
    expect(phone.get_by_role("heading", name="登录")).to_be_visible()
