"""评论请登录: from the closed gate to the first reply."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from accounts.sessions import SessionStore
from forum.models import Reply, Thread
from tests.browser.serving import serving
from tests.cast import PASSWORD

BOX = re.compile(r"#write$")


@pytest.fixture
def thread(make_thread):
    return make_thread()


@pytest.fixture(scope="session")
def behind_a_proxy(django_db_setup, django_db_blocker, tmp_path_factory):
    """A second server, which believes the one proxy in front of it."""
    with django_db_blocker.unblock(), serving(tmp_path_factory.mktemp("proxied"), TRUSTED_PROXIES="1") as url:
        yield url


def give_password(page, name):
    page.get_by_label("用户名、邮箱或手机号").fill(name)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.locator("main").get_by_role("button", name="登录", exact=True).click()


def say(page, words):
    page.get_by_label("你的评论").fill(words)
    page.get_by_role("button", name="发表评论").click()


def test_a_visitor_meets_the_gate_and_comes_back_to_the_box(open_page, thread, mei):
    page = open_page(thread.get_absolute_url())
    gate = page.locator("#write")
    expect(gate.get_by_role("heading", name="评论请登录")).to_be_visible()
    expect(page.get_by_label("你的评论")).to_have_count(0)
    gate.get_by_role("link", name="登录").click()
    give_password(page, mei.username)
    expect(page).to_have_url(BOX)
    expect(page.get_by_label("你的评论")).to_be_in_viewport()


def test_the_draft_is_there_again_when_the_session_ended_meanwhile(open_page, thread, mei):
    page = open_page(thread.get_absolute_url(), user=mei)
    page.get_by_label("你的评论").press_sequentially("写了半天的话")
    for session in Session.objects.all():
        SessionStore(session.session_key).delete()
    page.get_by_role("button", name="发表评论").click()
    give_password(page, mei.username)
    expect(page).to_have_url(BOX)
    expect(page.get_by_label("你的评论")).to_have_value("写了半天的话")
    page.get_by_role("button", name="发表评论").click()
    expect(page.locator(".reply")).to_contain_text("写了半天的话")
    page.reload()
    expect(page.get_by_label("你的评论")).to_have_value("")


def test_a_raw_post_without_a_session_stores_nothing(open_page, thread, server):
    page = open_page(thread.get_absolute_url())
    answer = page.request.post(
        f"{server}/threads/{thread.pk}/replies/", form={"body": "混进来的", "key": ""}, max_redirects=0
    )
    assert answer.status == 302 and "/accounts/login/" in answer.headers["location"]
    assert not Reply.objects.exists()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_newcomer_signs_up_with_a_mailed_code_and_replies(open_page, thread, code_for, scripts):
    page = open_page(thread.get_absolute_url(), java_script_enabled=scripts)
    page.locator("#write").get_by_role("link", name="注册").click()
    page.get_by_label("邮箱").fill("xin@example.org")
    page.get_by_label("用户名").fill("新来的小王")
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.locator("main").get_by_role("button", name="注册").click()
    expect(page.get_by_label("验证码")).to_be_visible()
    page.get_by_label("验证码").fill(code_for("xin@example.org"))
    page.get_by_role("button", name="确认").click()
    expect(page).to_have_url(BOX)
    say(page, "大家好，我是新来的。")
    reply = page.locator(".reply")
    expect(reply).to_contain_text("新来的小王")
    expect(reply.locator(".tag--region")).to_contain_text("来自未知")


def test_a_reply_through_one_trusted_proxy_comes_from_sichuan(open_page, witness, behind_a_proxy, thread, mei):
    witness.ours += (behind_a_proxy,)
    page = open_page(
        f"{behind_a_proxy}{thread.get_absolute_url()}",
        extra_http_headers={"X-Forwarded-For": "8.8.8.8, 61.139.2.69"},
    )
    page.locator("#write").get_by_role("link", name="登录").click()
    give_password(page, mei.username)
    expect(page).to_have_url(BOX)
    say(page, "成都下雨了。")
    expect(page.locator(".reply .tag--region")).to_contain_text("来自四川")


def test_without_a_trusted_proxy_the_header_is_only_a_rumour(open_page, thread, mei):
    page = open_page(thread.get_absolute_url(), user=mei, extra_http_headers={"X-Forwarded-For": "61.139.2.69"})
    say(page, "我说我在成都。")
    expect(page.locator(".reply .tag--region")).to_contain_text("来自未知")
    assert Thread.objects.get().replies_count == 1
