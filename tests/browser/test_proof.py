"""Proof of work: unseen with JavaScript, and without it a first word that is read first."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from forum.models import Reply, State
from tests.browser.serving import code_in_mail, serving
from tests.cast import PASSWORD

BOX = re.compile(r"#write$")


@pytest.fixture(scope="module")
def mails(tmp_path_factory):
    return tmp_path_factory.mktemp("proof")


@pytest.fixture(scope="module")
def asking(django_db_setup, django_db_blocker, mails):
    """A second server, which asks for a little work."""
    with django_db_blocker.unblock(), serving(mails, PROOF_OF_WORK="40") as url:
        yield url


@pytest.fixture
def at(open_page, asking, witness):
    witness.ours += (asking,)
    return lambda path, **how: open_page(asking + path, **how)


def sign_up(page, mails, name):
    page.locator("#write").get_by_role("link", name="注册").click()
    page.get_by_label("邮箱").fill(f"{name}@example.org")
    page.get_by_label("用户名").fill(name)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.locator("main").get_by_role("button", name="注册").click()
    expect(page.get_by_role("heading", name="输入邮箱验证码")).to_be_visible()
    page.get_by_label("验证码").fill(code_in_mail(mails, f"{name}@example.org"))
    page.get_by_role("button", name="确认").click()
    expect(page).to_have_url(BOX)


def say(page, words):
    page.get_by_label("你的评论").fill(words)
    page.get_by_role("button", name="发表评论").click()
    expect(page.locator(".reply", has_text=words)).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_newcomer_notices_nothing(at, mails, make_thread, width):
    page = at(make_thread().get_absolute_url(), viewport={"width": width, "height": 844})
    name = f"wang-{width}"
    sign_up(page, mails, name)
    assert not User.objects.get(username=name).came_unproven
    say(page, "第一句话，说得很认真。")
    say(page, "再说一句别的，和上面不一样。")  # the second form of the same page has its own work
    page.reload()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert set(Reply.objects.values_list("state", flat=True)) == {State.PUBLIC}


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_the_first_words_are_read_first(at, mails, make_thread, width):
    page = at(make_thread().get_absolute_url(), java_script_enabled=False, viewport={"width": width, "height": 844})
    page.locator("#write").get_by_role("link", name="注册").click()
    assert "没有 JavaScript 也可以注册" in page.content()
    page.go_back()
    sign_up(page, mails, f"li-{width}")
    assert User.objects.get(username=f"li-{width}").came_unproven
    say(page, "第一句话，说得很认真。")
    expect(page.get_by_text("版主审核后")).to_be_visible()
    assert Reply.objects.get().state == State.HELD


def test_an_article_goes_the_same_way(at, asking, mei, make_thread):
    shelf = make_thread().category
    page = at("/threads/write/", user=mei)
    page.get_by_label("标题").fill("一篇文章")
    page.locator("#id_category").select_option(str(shelf.pk))
    page.get_by_label("正文").fill("正文写在这里。")
    page.get_by_role("button", name="发布").click()
    expect(page.get_by_role("heading", name="一篇文章")).to_be_visible()
    assert mei.threads.get().state == State.PUBLIC


def test_where_the_work_cannot_be_done_the_form_still_goes(at, mei, make_thread, witness):
    page = at(make_thread().get_absolute_url(), user=mei)
    witness.expected.add(503)
    page.route("**/accounts/proof/", lambda route: route.fulfill(status=503))
    say(page, "网络不好，照样发得出去。")
    assert Reply.objects.get().state == State.HELD
