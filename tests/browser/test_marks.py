"""赞 and 收藏: set and unset, with JavaScript and without."""

import pytest
from playwright.sync_api import expect

both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@pytest.fixture
def thread(make_thread):
    return make_thread(title="值得留住的文章")


@both
def test_a_favourite_is_kept_counted_and_listed(open_page, thread, mei, scripts):
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts)
    star = page.locator(".actions").get_by_role("button", name="收藏")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_contain_text("1")
    page.goto("/favourites/")
    page.get_by_role("link", name="值得留住的文章").click()
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")
    expect(star).to_contain_text("0")


@both
def test_a_reply_is_liked_once_and_no_zero_is_shown(open_page, thread, make_reply, lin, mei, scripts):
    reply = make_reply(thread, lin)
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts)
    like = page.locator(f"#reply-{reply.pk}").get_by_role("button", name="赞")
    expect(like).to_have_text("赞")
    like.click()
    expect(like).to_have_text("赞 1")
    page.reload()
    expect(like).to_have_attribute("aria-pressed", "true")
    like.click()
    expect(like).to_have_text("赞")
    reply.refresh_from_db()
    assert reply.likes_count == 0


@both
def test_an_article_is_liked(open_page, thread, mei, scripts):
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts)
    like = page.locator(".actions").get_by_role("button", name="赞")
    like.click()
    expect(like).to_contain_text("1")
    thread.refresh_from_db()
    assert thread.likes_count == 1


def test_a_visitor_is_led_to_the_sign_in_page(open_page, thread):
    page = open_page(thread.get_absolute_url())
    page.locator(".actions").get_by_role("button", name="收藏").click()
    expect(page.get_by_label("用户名、邮箱或手机号")).to_be_visible()
