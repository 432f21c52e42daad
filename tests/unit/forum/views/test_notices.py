"""通知: the list, the bell, reading, choosing; nothing bad in an address does harm."""

import re

import pytest

from forum import limits
from forum.actions import moderation
from forum.actions.notices import tell
from forum.models import Hush, Notice
from tests import cast
from tests.unit.config.pagecache.stack import Stack, cookies_of

PAGE = "/notices/"


@pytest.fixture
def replied(make_thread, make_reply, lin, mei):
    """阿梅 has replied to 小林's article."""
    return make_reply(make_thread(lin, title="长文该不该分页"), mei, "未必吧")


def bell(page):
    found = re.search(r'class="bell__count"[^>]*>([^<]+)', page)
    return found and found[1]


def test_the_list_says_who_did_what_and_leads_there(client_of, lin, replied):
    browser = client_of(lin)
    page = browser.get(PAGE).content.decode()
    assert "阿梅 回复了你的文章《长文该不该分页》" in page and "未必吧" in page and "未读" in page
    assert bell(page) == "1" and 'aria-label="通知，1 条未读"' in page
    notice = Notice.objects.get()
    answer = browser.post(f"{PAGE}{notice.pk}/", {"open": "yes"})
    assert answer["Location"] == replied.get_absolute_url()
    page = browser.get(PAGE).content.decode()
    assert bell(page) is None and "未读" not in page and "回复了你的文章" in page


def test_one_is_marked_as_read_and_then_all(client_of, lin, replied):
    tell(lin, Notice.Kind.MENTION, actor=replied.author, about=replied)
    browser = client_of(lin)
    first, _second = Notice.objects.order_by("id")
    assert browser.post(f"{PAGE}{first.pk}/", {"read": "yes"})["Location"] == PAGE
    assert bell(browser.get("/").content.decode()) == "1"
    until = re.search(r'name="until" value="([^"]+)"', browser.get(PAGE).content.decode())[1]
    tell(lin, Notice.Kind.APPEAL, link="/decisions/")
    browser.post(f"{PAGE}read/", {"until": until})
    assert list(Notice.objects.unread().values_list("kind", flat=True)) == [Notice.Kind.APPEAL], "it came meanwhile"


def test_nobody_reads_anothers(client_of, mei, lin, replied):
    notice = Notice.objects.get()
    assert client_of(mei).post(f"{PAGE}{notice.pk}/", {"read": "yes"}).status_code == 404
    client_of(mei).post(f"{PAGE}read/", {"until": f"{notice.created_at.isoformat()}_{notice.pk}"})
    assert Notice.objects.unread().exists()
    assert "未必吧" not in client_of(mei).get(PAGE).content.decode()


def test_decisions_and_appeals_are_worded_and_lead_to_the_decisions(client_of, lin, zhou, replied):
    moderation.close_thread(zhou, replied.thread, reason="吵起来了")
    mei = client_of(replied.author)
    moderation.hide(zhou, replied, reason="广告")
    page = client_of(lin).get(PAGE).content.decode()
    assert "版主处理了你的文章《长文该不该分页》：关闭评论" in page and "吵起来了" in page and "老周" not in page
    assert "未必吧" not in page, "the reply is hidden from her"
    page = mei.get(PAGE).content.decode()
    assert "版主处理了你的评论：隐藏" in page
    decision = replied.decisions.get()
    notice = Notice.objects.get(decision=decision)
    there = mei.post(f"{PAGE}{notice.pk}/", {"open": "yes"})["Location"]
    assert there == f"/decisions/#decision-{decision.number}"


def test_a_kind_without_a_sentence_of_its_own_prints_its_words(client_of, lin):
    tell(lin, "export", link="/exports/1/", words="<b>导出好了</b>")
    assert "&lt;b&gt;导出好了" in client_of(lin).get(PAGE).content.decode()


def test_many_are_read_page_by_page(client_of, lin, monkeypatch):
    monkeypatch.setattr(limits, "NOTICES_PER_PAGE", 2)
    for number in range(5):
        tell(lin, "export", link=f"/{number}/", words=f"第{number}份")
    browser, path, seen = client_of(lin), PAGE, []
    while path:
        page = browser.get(path).content.decode()
        seen += re.findall("第(.)份", page)
        more = re.search(r'rel="next" href="([^"]+)"', page)
        path = more and PAGE + more[1].replace("&amp;", "&")
    assert seen == list("43210")


@pytest.mark.parametrize(
    "place", ["x", "2026-11-25_1", "2026-11-25T10:00:00+08:00_x", "_", f"0001-01-01T00:00+14:00_{'9' * 30}"]
)
def test_no_place_in_the_list_is_the_first_page(client_of, lin, replied, place):
    browser = client_of(lin)
    assert "未必吧" in browser.get(PAGE, {"before": place}).content.decode()
    assert browser.post(f"{PAGE}read/", {"until": place})["Location"] == PAGE
    assert Notice.objects.unread().exists()


def test_which_kinds_one_wants_is_chosen_and_remembered(client_of, lin):
    browser = client_of(lin)
    page = browser.get(f"{PAGE}choose/").content.decode()
    assert page.count("checked") == 6 and "关于我的处理" not in page.split("<form class")[-1]
    browser.post(f"{PAGE}choose/", {"kinds": ["mention"]})
    assert {*Hush.objects.values_list("kind", flat=True)} == {"reply", "answer", "person", "tag", "thread"}
    browser.post(f"{PAGE}choose/", {})
    assert Hush.objects.count() == 6
    assert browser.post(f"{PAGE}choose/", {"kinds": ["decision"]}).status_code == 422


def test_nothing_to_tell_is_said_kindly(client_of, mei):
    assert "还没有通知" in client_of(mei).get(PAGE).content.decode()


@pytest.mark.parametrize(("lang", "words"), [("en", "replied to your article"), ("zh-hant", "回覆了你的文章")])
def test_sentences_in_the_other_languages(client_of, lin, replied, lang, words):
    browser = client_of(lin)
    browser.cookies["lang"] = lang
    assert words in browser.get(PAGE).content.decode()


def test_the_mark_is_right_at_once_on_a_shared_page(db, monkeypatch, client_of, lin, make_thread, make_reply, mei):
    stack, cookies = Stack(monkeypatch), cookies_of(client_of(lin))
    thread, other = make_thread(lin), make_thread(cast.make_user("卓伊"))
    for path in ("/", other.get_absolute_url()):
        assert bell(stack.get(path, cookies).body) is None
    make_reply(thread, mei)
    for path in ("/", other.get_absolute_url()):
        assert bell(stack.get(path, cookies).body) == bell(stack.fresh(path, cookies).body) == "1"
    assert bell(stack.get("/").body) is None
