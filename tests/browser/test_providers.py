"""An account elsewhere opens the door: at a real OpenID Connect server, on a phone without scripts and on a desk."""

import re

import pytest
from playwright.sync_api import expect

from tests import oidc
from tests.browser.serving import code_in_mail, serving
from tests.cast import PASSWORD

BOX = re.compile(r"#write$")
WAYS = [(390, False), (1280, True)]


@pytest.fixture(scope="module")
def issuer():
    with oidc.provider() as issuer:
        yield issuer


@pytest.fixture(scope="module")
def mails(tmp_path_factory):
    return tmp_path_factory.mktemp("linked")


@pytest.fixture(scope="module")
def linked(django_db_setup, django_db_blocker, mails, issuer):
    """A second server, which has keys for that provider."""
    keys = {"OIDC_URL": issuer, "OIDC_NAME": "大学账号", "OIDC_ID": "us", "OIDC_SECRET": "hush"}
    with django_db_blocker.unblock(), serving(mails, **keys) as url:
        yield url


@pytest.fixture
def at(open_page, linked, issuer, witness):
    """``at("/path", width, scripts)``: a page there. Going to the provider is no third party on a page of ours."""
    witness.ours += (linked, issuer)
    return lambda path, width, scripts, **how: open_page(
        linked + path, java_script_enabled=scripts, viewport={"width": width, "height": 844}, **how
    )


def no_scroll_aside(page):
    """Measured by the browser's own means: scripts may be off."""
    wide = page.locator("html").bounding_box()["width"]
    assert wide <= page.viewport_size["width"]


def consent(page, sub):
    page.locator("input[name=sub]").fill(sub)
    page.get_by_role("button", name="Authorize").click()


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_a_newcomer_signs_up_with_it_and_comes_again(at, issuer, linked, mails, make_thread, width, scripts):
    oidc.introduce(issuer, f"wang-{width}", preferred_username="王 小明", email=f"wang-{width}@example.org")
    thread = make_thread()
    page = at(thread.get_absolute_url(), width, scripts)
    page.locator("#write").get_by_role("link", name="登录").click()
    no_scroll_aside(page)
    page.get_by_role("button", name="用大学账号继续").click()
    consent(page, f"wang-{width}")
    expect(page.get_by_role("heading", name="起一个名字")).to_be_visible()
    expect(page.get_by_label("用户名")).to_have_value("王小明")
    no_scroll_aside(page)
    page.get_by_label("用户名").fill("管理员")
    page.get_by_role("button", name="注册").last.click()
    expect(page.get_by_text("留给本站的管理者使用")).to_be_visible()
    page.get_by_label("用户名").fill("王小明")
    page.get_by_role("button", name="注册").last.click()
    page.get_by_label("验证码").fill(code_in_mail(mails, f"wang-{width}@example.org"))
    page.get_by_role("button", name="确认").click()
    expect(page).to_have_url(BOX)
    expect(page.get_by_label("你的评论")).to_be_visible()
    page.context.clear_cookies()
    page.goto(linked + thread.get_absolute_url())
    page.locator("#write").get_by_role("link", name="登录").click()
    page.get_by_role("button", name="用大学账号继续").click()
    consent(page, f"wang-{width}")
    expect(page).to_have_url(BOX)


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_a_member_links_one_and_parts_with_it(at, issuer, mei, width, scripts):
    oidc.introduce(issuer, f"mei-{width}", preferred_username="mei")
    page = at("/accounts/profile/", width, scripts, user=mei)
    page.get_by_role("link", name="绑定账号").click()
    no_scroll_aside(page)
    page.get_by_role("button", name="绑定大学账号").click()
    consent(page, f"mei-{width}")
    page.get_by_label("密码", exact=False).fill(PASSWORD)
    page.get_by_role("button", name="确认").click()
    expect(page.get_by_role("heading", name="大学账号 · mei")).to_be_visible()
    no_scroll_aside(page)
    page.get_by_role("button", name="解绑大学账号").click()
    expect(page.get_by_text("还没有绑定其他网站的账号")).to_be_visible()


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_who_says_no_there_can_sign_in_another_way(at, width, scripts):
    page = at("/accounts/login/", width, scripts)
    page.get_by_role("button", name="用大学账号继续").click()
    page.get_by_role("button", name="Deny").click()
    expect(page.get_by_role("heading", name="没有登录")).to_be_visible()
    no_scroll_aside(page)
    page.get_by_role("link", name="换一种方式登录").click()
    expect(page.get_by_role("heading", name="登录", exact=True)).to_be_visible()


@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_a_forged_answer_is_a_page_that_says_so(at, witness, width, scripts):
    witness.expected.add(401)
    page = at("/accounts/oidc/sso/login/callback/?code=x&state=forged", width, scripts)
    expect(page.get_by_role("heading", name="没有成功")).to_be_visible()
    no_scroll_aside(page)
