"""The reader's script: chosen by a cookie, applied when shown, never to what is stored."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format

from forum.models import Reply, Thread
from tests.cast import make_user

BODY = "软件里的后台，`软件`与-{软件}-。\n\n> 引用软件\n\n[软件](https://a.cn/软件)"


@pytest.fixture
def thread(make_thread, make_reply):
    thread = make_thread(title="软件的后来", body=f"## 头发\n\n{BODY}")
    make_reply(thread, body="這個軟體後來好嗎？", region="广东")
    make_reply(thread, body="这里的软件")
    return thread


def shown(client, address, script="original", lang="zh-hans"):
    client.cookies["script"], client.cookies["lang"] = script, lang
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_without_a_choice_everything_stands_as_written(visitor, thread):
    page = visitor.get(thread.get_absolute_url()).content.decode()
    assert '<html lang="zh-Hans">' in page
    assert thread.body_html in page
    assert all(words in page for words in ("软件的后来", "這個軟體後來好嗎？", "这里的软件"))
    assert '<div lang="zh-Hant" class="prose prose--reply"' in page  # one reply is not in the page's language
    assert page.count('lang="zh-Hant"') == 1


@pytest.mark.parametrize(
    ("script", "lang", "language", "title", "words", "heading"),
    [
        ("hans", "zh-hans", "zh-Hans", "软件的后来", "软件里的后台", "头发"),
        ("tw", "zh-hant", "zh-Hant-TW", "軟體的後來", "軟體裡的後臺", "頭髮"),
        ("hk", "zh-hk", "zh-Hant-HK", "軟件的後來", "軟件裏的後台", "頭髮"),
    ],
)
def test_a_page_is_shown_in_the_script_chosen(visitor, thread, script, lang, language, title, words, heading):
    page = shown(visitor, thread.get_absolute_url(), script, lang)
    assert f'<html lang="{language}">' in page
    assert f'<h1 class="thread__title">{title}</h1>' in page and f"<title>{title} " in page
    assert words in page and f'href="#section-头发">{heading}</a>' in page
    assert '<code>软件</code>与<span translate="no">软件</span>' in page or "<code>软件</code>與" in page
    assert '<blockquote lang="zh-Hans">\n<p>引用软件</p>' in page
    assert 'rel="nofollow ugc noopener noreferrer">软件</a>' in page
    assert {"hans": "广东"}.get(script, "廣東") in page


def test_names_are_never_converted(visitor, make_thread, make_reply):
    thread = make_thread(make_user("发财后"))
    make_reply(thread, make_user("里长"))
    for address in (thread.get_absolute_url(), "/", "/people/发财后/"):
        page = shown(visitor, address, "tw", "zh-hant")
        assert "发财后" in page and "發財" not in page and "裡長" not in page
    assert "里长" in shown(visitor, thread.get_absolute_url(), "tw", "zh-hant")


def test_lists_people_and_search_are_converted_too(visitor, thread):
    for address in ("/", "/categories/product/", "/people/小林/", "/people/小林/?replies", "/search/?q=软件"):
        page = shown(visitor, address, "tw", "zh-hant")
        assert "軟體" in page, address
    assert "<mark>軟體</mark>" in shown(visitor, "/search/?q=软件", "tw", "zh-hant")


def test_a_text_in_another_language_than_its_page_says_so(visitor, thread):
    page = shown(visitor, thread.get_absolute_url(), "hk", "en")
    assert '<html lang="en">' in page and '<div lang="zh-Hant-HK" class="prose" data-hx-disable>' in page


def test_what_is_stored_stays_as_written(visitor, thread):
    before = list(Thread.objects.values()), list(Reply.objects.values())
    for script in ("hans", "tw", "hk"):
        shown(visitor, thread.get_absolute_url(), script)
    assert before == (list(Thread.objects.values()), list(Reply.objects.values()))


def test_who_edits_gets_their_own_words(client_of, lin, thread):
    assert "软件里的后台，`软件`与-{软件}-。" in shown(client_of(lin), f"/threads/{thread.pk}/edit/", "tw", "zh-hant")


def test_large_numbers_are_counted_in_the_interface_s_script(visitor, make_thread):
    address = make_thread(views_count=312649).get_absolute_url()
    assert "31.3萬" in shown(visitor, address, "tw", "zh-hant")
    assert "31.3万" in shown(visitor, address)


def test_one_button_sets_the_script_and_its_interface(visitor, db):
    for script, language in (("tw", "zh-hant"), ("hk", "zh-hk"), ("hans", "zh-hans")):
        answer = visitor.post("/display/", {"script": script, "next": "/search/"})
        assert answer["Location"] == "/search/"
        assert (answer.cookies["script"].value, answer.cookies["lang"].value) == (script, language)
    as_written = visitor.post("/display/", {"script": "original"})
    assert as_written.cookies["script"].value == "original" and "lang" not in as_written.cookies


def test_hong_kong_has_an_interface_of_its_own(visitor, thread):
    page = shown(visitor, "/accounts/login/", "hk", "zh-hk")
    assert '<html lang="zh-Hant-HK">' in page and "登入" in page and "登录" not in page and "登錄" not in page
    page = shown(visitor, thread.get_absolute_url(), "hk", "zh-hk")
    assert '<meta property="og:locale" content="zh_HK">' in page and "收藏" in page


def test_what_hong_kong_lacks_is_said_as_in_taiwan(visitor, db):
    visitor.get("/accounts/login/")  # whoever comes first finds everything in place
    with translation.override("zh-hk"):
        assert translation.gettext("Enter a valid URL.") == "請輸入有效的 URL。"  # Django's own
        assert date_format(date(2026, 11, 25), "DATE_FORMAT") == "2026年11月25日"


@pytest.mark.parametrize(("script", "language"), [("hans", "zh-Hans"), ("tw", "zh-Hant-TW"), ("hk", "zh-Hant-HK")])
def test_feeds_name_the_language_of_their_texts(visitor, thread, script, language):
    for path in ("latest/", f"threads/{thread.pk}/", "categories/product/", "people/小林/", "search/"):
        feed = visitor.get(f"/feeds/{path}json/?script={script}&q=软件").json()
        assert feed["language"] == language, path


@pytest.mark.parametrize("script", ["mars", "", "TW", "a" * 5000])
def test_an_unknown_script_changes_nothing(visitor, thread, script):
    assert not visitor.post("/display/", {"script": script}).cookies
    assert thread.body_html in shown(visitor, thread.get_absolute_url(), script)


def test_a_choice_once_made_is_seen_at_once(visitor, db):
    for address, back in (
        ("/threads/1/?script=tw", "/threads/1/"),
        ("/search/?q=软件&script=tw", "/search/?q=%E8%BD%AF%E4%BB%B6"),
        ("/?after=3", "/?after=3"),
        ("http://[", "/"),
    ):
        assert visitor.post("/display/", {"script": "hans", "next": address})["Location"] == back
