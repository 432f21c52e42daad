"""小林 takes her data along: asks, says who she is, downloads, and reads it with the network off."""

import re
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from forum.actions.parcels import make_parcel
from forum.models import Parcel
from tests.cast import PASSWORD

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_asked_for_downloaded_and_read_offline(
    open_page, lin, make_thread, make_reply, settings, folder, tmp_path, witness, new_context, scripts
):
    settings.DATA_DIR = folder
    make_reply(make_thread(lin, title="带得走的文章", body="先说结论。\n\n## 一节\n\n> 引用"), lin, "自己补一句。")
    page = open_page("/parcels/", user=lin, viewport=PHONE, java_script_enabled=scripts)
    page.get_by_role("button", name="打包我的数据").click()
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="确认").click()
    expect(page.get_by_text("正在打包", exact=True)).to_be_visible()
    make_parcel(Parcel.objects.get().pk)
    page.goto("/notices/")
    expect(page.get_by_text("你的数据已打包，可以下载")).to_be_visible()
    page.goto("/parcels/")
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    with page.expect_download() as fetched:
        page.get_by_role("link", name=re.compile("^下载")).click()
    fetched.value.save_as(tmp_path / "mine.zip")
    with ZipFile(tmp_path / "mine.zip") as box:
        box.extractall(tmp_path / "mine")

    witness.ours += ("file://",)
    offline = new_context(offline=True, viewport=PHONE, java_script_enabled=scripts).new_page()
    offline.goto((tmp_path / "mine" / "index.html").as_uri())
    expect(offline.get_by_role("heading", level=1)).to_contain_text("小林")
    offline.get_by_role("link", name="我的文章").click()
    offline.get_by_role("link", name="带得走的文章").click()
    expect(offline.get_by_role("heading", level=1)).to_have_text("带得走的文章")
    expect(offline.get_by_role("heading", name="一节")).to_be_visible()
    expect(offline.locator("body")).to_have_css("background-color", "rgb(251, 250, 247)")
