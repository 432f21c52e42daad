"""Members answer, mend and take back their words, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from forum.models import Reply, State

both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@pytest.fixture
def thread(make_thread):
    return make_thread()


@pytest.fixture
def first(make_reply, thread, lin):
    return make_reply(thread, lin, "小林先说一句。")


def write(page, words):
    page.get_by_label("你的评论").fill(words)


def send(page):
    page.get_by_role("button", name="发表评论").click()


def test_a_reply_appears_without_a_reload_and_is_announced(open_page, thread, first, mei):
    page = open_page(thread.get_absolute_url(), user=mei)
    page.evaluate("window.sameDocument = true")
    write(page, "阿梅接着说。")
    send(page)
    mine = page.locator(".reply", has_text="阿梅接着说。")
    expect(mine).to_be_focused()
    expect(mine).to_be_in_viewport()
    expect(page.get_by_text("评论已发表。")).to_have_attribute("role", "status")
    expect(page.locator("#replies-shown")).to_have_text("2")
    expect(page.locator("#replies-count")).to_have_text("2")
    expect(page.get_by_label("你的评论")).to_have_value("")
    assert page.evaluate("window.sameDocument")


def test_without_scripts_the_page_leads_to_the_reply(open_page, thread, first, mei):
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=False)
    write(page, "没有脚本也能说。")
    send(page)
    reply = Reply.objects.get(author=mei)
    expect(page).to_have_url(re.compile(rf"#reply-{reply.pk}$"))
    expect(page.locator(f"#reply-{reply.pk}")).to_contain_text("没有脚本也能说。")
    expect(page.locator("#replies-count")).to_have_text("2")


@both
def test_a_double_click_posts_once(open_page, thread, mei, scripts):
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts)
    write(page, "手抖了。")
    page.get_by_role("button", name="发表评论").dblclick()
    expect(page.locator(".reply")).to_have_count(1)
    page.reload()
    expect(page.locator(".reply")).to_have_count(1)
    assert Reply.objects.count() == 1


def test_two_replies_in_one_sitting_are_two(open_page, thread, mei):
    page = open_page(thread.get_absolute_url(), user=mei)
    for n, words in enumerate(["一。", "二。"], 1):
        write(page, words)
        send(page)
        expect(page.locator(".reply")).to_have_count(n)


@both
def test_an_answer_stands_under_what_it_answers(open_page, thread, first, mei, scripts):
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts)
    page.locator(f"#reply-{first.pk}").get_by_role("link", name="回复").click()
    expect(page.get_by_text("回复 @小林")).to_be_visible()
    if scripts:
        expect(page.get_by_label("你的评论")).to_be_focused()
    write(page, "回复小林的话。")
    send(page)
    nested = page.locator(f"#reply-{first.pk} + .reply--nested")
    expect(nested).to_contain_text("回复小林的话。")
    assert Reply.objects.get(author=mei).parent == first


def test_an_empty_answer_is_asked_for_kindly(open_page, thread, mei, witness):
    witness.expected = {422}
    page = open_page(thread.get_absolute_url(), user=mei)
    page.get_by_label("你的评论").fill("   ")
    send(page)
    expect(page.get_by_role("alert").filter(visible=True)).to_be_visible()
    assert not Reply.objects.exists()


@both
def test_own_words_are_mended_within_the_window(open_page, thread, make_reply, mei, scripts):
    reply = make_reply(thread, mei, "有个错字的评伦。")
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts)
    page.locator(f"#reply-{reply.pk}").get_by_role("link", name="修改").click()
    write(page, "没有错字的评论。")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(f"#reply-{reply.pk}")).to_contain_text("没有错字的评论。")
    expect(page.locator(f"#reply-{reply.pk}")).to_contain_text("已修改")


@both
def test_own_words_are_taken_back_after_one_question(open_page, thread, make_reply, mei, scripts):
    reply = make_reply(thread, mei, "说过头的话。")
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts)
    page.locator(f"#reply-{reply.pk}").get_by_role("link", name="删除").click()
    page.get_by_role("button", name="删除").click()
    expect(page.get_by_role("status").filter(has_text="已删除")).to_be_visible()
    expect(page.locator("#replies-count")).to_have_text("0")
    reply.refresh_from_db()
    assert reply.state == State.WITHDRAWN
    assert "说过头的话" not in open_page(thread.get_absolute_url()).content()
