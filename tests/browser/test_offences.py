"""违规公示: the operator opens the page, a moderator tells a case, everybody reads it, on a telephone too."""

import pytest
from playwright.sync_api import expect

from forum.actions import moderation
from forum.models import Decision, HouseRule
from tests.cast import make_moderator

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}])
def test_a_page_is_opened_a_case_told_and_read(open_page, witness, make_reply, mei, zhou, viewport):
    rule = HouseRule.objects.create(number=2, words="不发广告和引流")
    moderation.hide(zhou, make_reply(author=mei, body="加微信"), reason="引流", rule=rule)
    witness.expected |= {404, 422}
    reader = open_page("/offences/", viewport=viewport)
    expect(reader.get_by_role("heading", name="违规公示")).to_have_count(0)

    operator = open_page("/admin/forum/sitesettings/", user=make_moderator("老孙", "管理员"), viewport=viewport)
    operator.get_by_label("违规公示").check()
    operator.get_by_label("理由").fill("公开透明")
    operator.get_by_role("button", name="保存").click()
    expect(operator.get_by_text("设置已保存")).to_be_visible()

    desk = open_page(
        f"/admin/forum/decision/{Decision.objects.get(verb='hide').pk}/change/", user=zhou, viewport=viewport
    )
    desk.get_by_role("link", name="作为案例公示").click()
    desk.get_by_label("用几句话说明这个案例").fill("阿梅反复引流")
    desk.get_by_label("常有人问起").check()
    desk.get_by_role("button", name="作为案例公示").click()
    expect(desk.get_by_text("请不要写名字和标题")).to_be_visible()
    desk.get_by_label("用几句话说明这个案例").fill("在评论里留联系方式引流。")
    desk.get_by_role("button", name="作为案例公示").click()

    reader.goto("/")
    reader.get_by_role("contentinfo").get_by_role("link", name="违规公示").click()
    expect(reader.get_by_text("在评论里留联系方式引流。")).to_be_visible()
    expect(reader.get_by_role("region", name="按规则").get_by_role("link", name="第 2 条")).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
