"""屏蔽: from a person's page; what they say is folded, and they are told clearly when they try; also on a phone."""

import pytest
from playwright.sync_api import expect

WAYS = {"desk": {}, "phone": {"viewport": {"width": 390, "height": 844}}, "no scripts": {"java_script_enabled": False}}


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS)
def test_i_block_somebody_and_have_peace(open_page, witness, make_thread, make_reply, lin, mei, zhou, how):
    talk, own = make_thread(zhou, title="大家聊"), make_thread(lin, title="我的文章")
    make_reply(talk, mei, "很吵的话")
    page = open_page("/people/阿梅/", user=lin, **how)
    page.get_by_role("button", name="屏蔽").click()
    expect(page.get_by_text("已屏蔽 阿梅，对方不会被告知。")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(talk.get_absolute_url())
    expect(page.get_by_text("很吵的话")).to_be_hidden()
    page.get_by_text("你屏蔽了此人，点开可读").click()
    expect(page.get_by_text("很吵的话")).to_be_visible()
    theirs = open_page(own.get_absolute_url(), user=mei, **how)
    expect(theirs.get_by_text("小林 不接受你的回复和提及")).to_be_visible()
    page.goto("/blocks/")
    page.get_by_role("button", name="取消屏蔽 阿梅").click()
    page.goto(talk.get_absolute_url())
    expect(page.get_by_text("很吵的话")).to_be_visible()
