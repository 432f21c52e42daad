"""改名: in a plain form; old links lead on; also on a phone."""

import pytest
from playwright.sync_api import expect

WAYS = {"desk": {}, "phone": {"viewport": {"width": 390, "height": 844}}, "no scripts": {"java_script_enabled": False}}


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS)
def test_i_take_another_name(open_page, witness, make_thread, mei, zhou, how):
    witness.expected.add(422)
    make_thread(mei, title="我的文章")
    page = open_page("/name/", user=mei, **how)
    page.get_by_label("用户名").last.fill("老周")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".field__error")).to_be_visible()
    page.get_by_label("用户名").last.fill("梅子")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", name="梅子")).to_be_visible()
    others = open_page("/people/阿梅/", **how)
    expect(others.get_by_role("heading", name="梅子")).to_be_visible()
    page.goto("/name/")
    expect(page.get_by_text("起可以再改")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
