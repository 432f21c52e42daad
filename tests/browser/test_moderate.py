"""A reader reports, 老周 hides in the admin, and everybody sees what is theirs to see."""

import pytest
from playwright.sync_api import expect

from forum.models import Decision, Report, State

WORDS = "加微信领优惠券"
SAID = ".reply, .card, .found, .news__row"  # where words of replies may be repeated


@pytest.fixture
def thread(make_thread, lin):
    return make_thread(lin, title="支付的下一站")


@pytest.fixture
def spam(make_reply, thread, jia_before):
    return make_reply(thread, jia_before, f"{WORDS}，手慢无。")


@pytest.fixture
def jia_before(db):
    """小贾 before anybody muted him."""
    from tests.cast import make_user

    return make_user("小贾")


def give_reason(page, title, reason):
    """The page «理由»: a usual reason, then the verb."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_label(reason, exact=True).check()
    page.get_by_role("button", name=title).click()
    expect(page.get_by_role("status")).to_contain_text("已处理 1 项")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_report_arrives_at_the_moderators_desk(open_page, thread, spam, mei, zhou, scripts):
    page = open_page(thread.get_absolute_url(), user=mei, java_script_enabled=scripts)
    page.locator(f"#reply-{spam.pk}").get_by_role("link", name="举报").click()
    page.get_by_label("垃圾广告").check()
    page.get_by_role("button", name="举报").click()
    expect(page.get_by_role("status").filter(has_text="版主会尽快处理")).to_be_visible()
    assert Report.objects.get().reply == spam
    desk = open_page("/admin/", user=zhou, java_script_enabled=scripts)
    expect(desk.locator("main")).to_contain_text(WORDS)
    expect(desk.locator("main")).to_contain_text("垃圾广告")


def test_a_hidden_reply_is_gone_for_all_but_its_author_until_it_is_restored(open_page, thread, spam, jia_before, zhou):
    visitor = open_page(thread.get_absolute_url())
    expect(visitor.locator("#reply-list")).to_contain_text(WORDS)

    desk = open_page("/admin/forum/reply/", user=zhou)
    desk.get_by_role("link", name=WORDS).first.click()
    desk.get_by_role("link", name="隐藏", exact=True).click()
    give_reason(desk, "隐藏", "垃圾广告")

    for path in (thread.get_absolute_url(), "/", f"/search/?q={WORDS}", f"/people/{jia_before.username}/"):
        visitor.goto(path)
        expect(visitor.locator(SAID).filter(has_text=WORDS)).to_have_count(0)
    for feed in (f"/feeds/threads/{thread.pk}/", "/feeds/latest/"):
        assert WORDS not in visitor.request.get(feed).text()
    visitor.goto(thread.get_absolute_url())
    expect(visitor.locator("#replies-count")).to_have_text("0")

    own = open_page(thread.get_absolute_url(), user=jia_before).locator(f"#reply-{spam.pk}")
    expect(own).to_contain_text(WORDS)
    expect(own).to_contain_text("理由: 垃圾广告")
    expect(own).to_have_class("reply reply--hidden")

    desk.goto(f"/admin/forum/reply/{spam.pk}/change/")
    desk.get_by_role("link", name="恢复", exact=True).click()
    give_reason(desk, "恢复", "误隐藏")
    visitor.goto(thread.get_absolute_url())
    expect(visitor.locator("#reply-list")).to_contain_text(WORDS)
    assert [decision.verb for decision in Decision.objects.order_by("pk")] == ["hide", "restore"]


def test_a_hidden_article_leaves_list_search_and_feed_at_once(open_page, thread, zhou, witness):
    witness.expected = {404}
    visitor = open_page("/")
    expect(visitor.locator("main")).to_contain_text("支付的下一站")
    desk = open_page(f"/admin/forum/thread/{thread.pk}/change/", user=zhou, viewport={"width": 390, "height": 844})
    desk.get_by_role("link", name="隐藏", exact=True).click()
    give_reason(desk, "隐藏", "违法违规")
    for path in ("/", "/search/?q=支付的下一站", thread.get_absolute_url()):
        visitor.goto(path)
        expect(visitor.locator("main .card, main .found, main .thread")).to_have_count(0)
    assert "支付的下一站" not in visitor.request.get("/feeds/latest/").text()
    thread.refresh_from_db()
    assert thread.state == State.HIDDEN


def test_no_verb_without_a_reason(open_page, spam, zhou, witness):
    witness.expected = {422}
    desk = open_page(f"/admin/forum/reply/{spam.pk}/change/", user=zhou)
    desk.get_by_role("link", name="隐藏", exact=True).click()
    desk.get_by_role("button", name="隐藏").click()
    expect(desk.get_by_text("请写明理由")).to_be_visible()
    spam.refresh_from_db()
    assert spam.state == State.PUBLIC
