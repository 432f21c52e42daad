"""头像: chosen in a plain form, seen by others beside what one writes, taken away; also on a phone."""

import pytest
from playwright.sync_api import expect

from tests.unit.forum.pictures.files import with_place

WAYS = {"desk": {}, "phone": {"viewport": {"width": 390, "height": 844}}, "no scripts": {"java_script_enabled": False}}


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS)
def test_i_show_a_picture(open_page, make_thread, make_reply, lin, mei, how):
    make_reply(make_thread(lin), mei, "看见我了吗")
    page = open_page("/avatar/", user=mei, **how)
    page.get_by_label("新头像").set_input_files({"name": "我.jpg", "mimeType": "image/jpeg", "buffer": with_place()})
    page.get_by_role("button", name="保存").click()
    face = page.locator("main img.avatar")
    expect(face).to_have_js_property("naturalWidth", 256)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    others = open_page(make_thread(mei, title="我的文章").get_absolute_url(), **how)
    expect(others.locator(".thread__author img.avatar")).to_have_js_property("naturalWidth", 256)
    page.get_by_role("button", name="去掉头像").click()
    expect(face).to_have_count(0)
