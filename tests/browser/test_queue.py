"""Several moderators at one queue: by key, without scripts, and two at the same moment."""

import pytest
from playwright.sync_api import expect

from forum import limits
from forum.models import Claim, Decision, Reply, State
from tests.cast import make_moderator

QUEUE = "/admin/forum/claim/"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def thread(make_thread, lin):
    return make_thread(lin, title="支付的下一站")


@pytest.fixture
def held(thread, mei):
    """``held(30)``: so many held replies."""

    def write(count):
        rows = [
            Reply(thread=thread, author=mei, floor=n, body=f"等待的第 {n} 条", state=State.HELD) for n in range(count)
        ]
        return Reply.objects.bulk_create(rows)

    return write


def take(page):
    page.get_by_role("button", name="领取").click()
    expect(page.locator("[data-item]").first).to_be_visible()


def said(page):
    return page.locator("#notices")


def test_the_whole_queue_is_cleared_by_key_and_the_page_is_loaded_once(open_page, held, zhou):
    count = limits.HAND + 6
    held(count)
    page = open_page(QUEUE, user=zhou)
    loads = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    page.keyboard.press("n")
    expect(page.locator("[data-item]")).to_have_count(limits.HAND)
    for left in range(count - 1, count - 5, -1):
        first = page.locator("[data-item]").first
        expect(first).to_be_focused()
        gone = first.get_attribute("id")
        page.keyboard.press("a")
        expect(page.locator(f"#{gone}")).to_have_count(0)
        expect(page.locator(".hand__facts")).to_contain_text(f"{left} 项待处理")
    page.get_by_label("全选").check()
    page.locator("#several").get_by_role("button", name="放行").click()
    expect(page.locator("[data-item]")).to_have_count(2)
    page.get_by_label("全选").check()
    page.locator("#several").get_by_role("button", name="放行").click()
    expect(page.locator("main")).to_contain_text("都处理完了")
    assert not loads
    assert set(Reply.objects.values_list("state", flat=True)) == {State.PUBLIC}
    assert Decision.objects.filter(verb="approve").count() == count


def test_keys_move_hide_with_a_reason_undo_and_explain_themselves(open_page, held, zhou):
    first, second, third = held(3)
    page = open_page(QUEUE, user=zhou)
    page.keyboard.press("n")
    expect(page.locator(f"#reply-{first.pk}")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(f"#reply-{second.pk}")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("h")
    expect(page.locator(f"#usual-reply-{second.pk}")).to_be_focused()
    page.locator(f"#reply-{second.pk}").focus()
    page.keyboard.press("1")
    page.keyboard.press("h")
    expect(page.locator(f"#reply-{second.pk}")).to_have_count(0)
    expect(said(page)).to_contain_text("隐藏：已处理 1 项")
    expect(page.locator(f"#reply-{third.pk}")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator(f"#reply-{second.pk}")).to_be_visible()
    assert list(Decision.objects.order_by("number").values_list("verb", flat=True)) == ["hide", "undo"]
    page.keyboard.press("?")
    expect(page.get_by_text("启用单键快捷键")).to_be_visible()
    page.get_by_label("启用单键快捷键").uncheck()
    page.locator(f"#reply-{first.pk}").focus()
    page.keyboard.press("a")
    page.keyboard.press("j")
    expect(page.locator(f"#reply-{first.pk}")).to_be_focused()
    assert Decision.objects.count() == 2


def test_two_moderators_racing_never_decide_twice(open_page, held, zhou):
    held(8)
    wu = make_moderator("老吴")
    one, other = open_page(QUEUE, user=zhou), open_page(QUEUE, user=wu)
    take(one)
    other.get_by_role("button", name="领取").click()
    expect(other.locator("main")).to_contain_text("8 项在他人手上")
    expect(other.locator("[data-item]")).to_have_count(0)

    # 老周 went for lunch with a full page open; 老吴 took over
    Claim.objects.all().delete()
    take(other)
    mine = one.locator("[data-item]").first.get_attribute("id")
    one.locator(f"#{mine} [data-key=a]").click()
    expect(said(one)).to_contain_text("老吴正在处理")
    other.locator(f"#{mine}").get_by_label("理由？").or_(other.locator(f"#usual-{mine}")).first.select_option(
        "垃圾广告"
    )
    other.locator(f"#{mine} [data-key=h]").click()
    expect(other.locator(f"#{mine}")).to_have_count(0)
    assert Decision.objects.count() == 1


def test_a_stale_page_is_told_who_was_first(open_page, held, zhou):
    (reply,) = held(1)
    wu = make_moderator("老吴")
    stale = open_page(QUEUE, user=zhou)
    take(stale)
    Claim.objects.all().delete()
    quick = open_page(QUEUE, user=wu)
    take(quick)
    quick.locator("[data-key=a]").click()
    expect(said(quick)).to_contain_text("已处理 1 项")
    stale.locator(f"#usual-reply-{reply.pk}").select_option("垃圾广告")
    stale.locator("[data-key=h]").click()
    expect(said(stale)).to_contain_text("老吴已经处理了")
    reply.refresh_from_db()
    assert reply.state == State.PUBLIC


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_without_scripts_it_is_plain_forms(open_page, held, zhou, witness, viewport):
    first, _second = held(2)
    witness.expected = {422}
    page = open_page(QUEUE, user=zhou, java_script_enabled=False, viewport=viewport)
    take(page)
    page.locator(f"#reply-{first.pk} [data-key=h]").click()
    expect(said(page)).to_contain_text("请写明理由")
    page.locator(f"#reason-reply-{first.pk}").fill("到处发")
    page.locator(f"#reply-{first.pk} [data-key=m]").click()
    expect(said(page)).to_contain_text("已处理 1 项")
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(f"#reply-{first.pk}")).to_be_visible()
    verbs = list(Decision.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["hide", "mute", "unmute", "undo"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
