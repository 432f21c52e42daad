"""axe finds nothing to say: every page, light and dark, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from forum.actions.claims import take
from forum.actions.moderation import hide
from forum.actions.precedents import exhibit
from forum.actions.replies import edit_reply
from forum.actions.reports import report
from forum.actions.shelters import take_shelter
from forum.actions.site import save_settings
from forum.models import BlockedWord, Decision, HouseRule
from tests.browser.test_strong_doors import give_password, say_who_one_is, shown
from tests.cast import PASSWORD, make_moderator, make_passkey

ARTICLE = "先说结论。\n\n## 一节\n\n> 引用\n\n- 一\n- 二\n\n`代码` 与 [链接](/)\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"
PAGES = {
    "thread": "/threads/{thread}/",
    "thread of a member": "/threads/{thread}/",
    "home": "/",
    "search": "/search/?q=长文",
    "nothing found": "/search/?q=没有的词",
    "sign in": "/accounts/login/",
    "sign up": "/accounts/signup/",
    "person": "/people/阿梅/",
    "own page": "/people/老周/",
    "levels": "/help/levels/",
    "write": "/threads/write/",
    "name": "/name/",
    "avatar": "/avatar/",
    "blocks": "/blocks/",
    "following": "/following/",
    "tag": "/tags/阅读/",
    "about me": "/accounts/profile/",
    "my page": "/people/老周/?followers",
    "notices": "/notices/",
    "which notices": "/notices/choose/",
    "report": "/replies/{reply}/report/",
    "two steps": "/accounts/2fa/",
    "authenticator": "/accounts/2fa/totp/activate/",
    "passkeys": "/accounts/2fa/webauthn/",
    "add a passkey": "/accounts/2fa/webauthn/add/",
    "devices": "/accounts/sessions/",
    "phone": "/accounts/phone/change/",
    "sign up by phone": "/accounts/signup/?by=phone",
    "one-time code": "/accounts/login/code/",
    "identity": "/accounts/identity/",
    "shelter": "/shelter/",
    "my data": "/my-data/",
    "parcels": "/parcels/",
    "close my account": "/closing/",
    "linked accounts": "/accounts/3rdparty/",
    "said no elsewhere": "/accounts/3rdparty/login/cancelled/",
    "favourites": "/favourites/",
    "decisions about me": "/decisions/",
    "my list switched off": "/following/",
    "email": "/accounts/email/",
    "password": "/accounts/password/change/",
    "who are you": "/accounts/reauthenticate/",
    "new password": "/accounts/password/reset/",
    "admin": "/admin/",
    "queue": "/admin/forum/claim/",
    "reports": "/admin/forum/report/waiting/",
    "one report": "/admin/forum/report/{report}/change/",
    "dashboard": "/admin/dashboard/",
    "recycle bin": "/admin/bin/",
    "decisions": "/admin/forum/decision/",
    "tell a case": "/admin/forum/decision/{decision}/verbs/exhibit/",
    "rules": "/rules/",
    "cases": "/offences/",
    "words": "/admin/forum/blockedword/",
    "admin list": "/admin/forum/reply/",
    "admin reply": "/admin/forum/reply/{reply}/change/",
}
VISITORS = {
    "rules",
    "cases",
    "thread",
    "home",
    "search",
    "nothing found",
    "sign in",
    "sign up",
    "person",
    "levels",
    "new password",
    "sign up by phone",
    "one-time code",
    "said no elsewhere",
}


@pytest.fixture
def places(make_thread, make_reply, lin, mei, zhou):
    """Every address, with something to see behind it."""
    make_passkey(zhou)
    thread = make_thread(lin, title="长文该不该分页", body=ARTICLE, tags=["阅读"])
    reply = make_reply(thread, mei)
    make_reply(thread, lin, "谢谢。", parent=reply)
    make_reply(thread, mei, "藏起来的。", state="hidden")
    rule = HouseRule.objects.create(number=1, words="对事不对人", about="可以反驳观点。")
    hide(zhou, make_reply(thread, mei, "也藏起来的。"), reason="引流", rule=rule)
    decision = Decision.objects.get()
    exhibit(zhou, decision, summary="在评论里留联系方式引流。", reason="常有人问起")
    save_settings(make_moderator("老孙", "管理员"), reason="公开", shows_offences=True)
    BlockedWord.objects.create(word="没有人会说的词")
    make_reply(thread, mei, "等着的。", state="held")
    make_reply(thread, lin, "也等着的。", state="held")
    make_reply(thread, lin, "@老周 怎么看？")
    complaint = report(mei, make_reply(thread, lin, "骂人的话。"), reason="bullying")
    edit_reply(lin, complaint.reply, "改过的话。")
    take_shelter(zhou, days=7)
    take(zhou)
    numbers = {"thread": thread.pk, "reply": reply.pk, "report": complaint.pk, "decision": decision.pk}
    return {name: path.format(**numbers) for name, path in PAGES.items()}


@pytest.mark.parametrize("name", PAGES)
def test_axe_has_nothing_to_say(open_page, places, zhou, name):
    if name == "my list switched off":
        type(zhou).objects.filter(pk=zhou.pk).update(wants_own_lists=False)
    page = open_page(places[name], user=None if name in VISITORS else zhou)
    if name != "who are you" and "/reauthenticate/" in page.url:
        page.locator("[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="确认").click()
    nothing_to_say(page, name)


def test_nor_behind_a_further_step(open_page, mei):
    page = open_page("/accounts/login/?next=/accounts/2fa/totp/activate/")
    give_password(page)
    say_who_one_is(page)
    page.get_by_label("动态码").fill(shown(page.get_by_label("密钥").input_value()))
    page.get_by_role("button", name="开启").click()
    recovery = page.get_by_label("未使用的恢复码").input_value().split()
    nothing_to_say(page, "recovery codes")
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    give_password(page)
    expect(page.get_by_label("验证码")).to_be_visible()
    nothing_to_say(page, "asked for the second step")
    page.get_by_label("验证码").fill(recovery[0])
    page.get_by_role("button", name="登录", exact=True).last.click()
    nothing_to_say(page, "trust this device")


@pytest.mark.parametrize(("path", "label"), [("login/code/", "邮箱或手机号"), ("password/reset/", "邮箱或手机号")])
def test_nor_where_a_code_is_asked_for(open_page, mei, path, label):
    page = open_page(f"/accounts/{path}")
    page.get_by_label(label).fill(mei.email)
    page.locator("main form button").first.click()
    expect(page.get_by_label("验证码")).to_be_visible()
    nothing_to_say(page, path)


def nothing_to_say(page, name):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            expect(page.locator("main")).to_be_visible()
            found = Axe().run(page)
            assert not found.violations_count, f"{name}, {scheme}, {width}\n{found.generate_report()}"
