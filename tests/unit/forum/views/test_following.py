"""关注: the list, its pages, its buttons; what one keeps and who follows one is private until said otherwise."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum import limits
from forum.actions.follows import set_follow
from forum.actions.marks import set_favourite
from forum.models import Follow, Tag, Thread, followed_by
from tests import cast
from tests.unit.config.pagecache.stack import Stack, cookies_of

PAGE = "/following/"


def titles(page):
    return re.findall(r'card__link"[^>]*>([^<]+)', page)


def test_what_is_new_from_all_i_follow_stands_there_newest_first(client_of, make_thread, make_reply, lin, mei):
    zoe, zhou = cast.make_user("卓伊"), cast.make_user("周舟")
    talked = make_thread(zoe, title="有人聊")
    quiet = make_thread(zoe, title="没人聊")
    for one in (talked, quiet, lin):
        set_follow(mei, one, followed=True)
    make_thread(zhou, title="带标签", tags=["阅读"])
    set_follow(mei, Tag.objects.get(), followed=True)
    make_thread(lin, title="新文章", tags=["阅读"])
    make_thread(lin, title="藏起来", state="hidden")
    make_thread(zhou, title="不相干")
    make_reply(talked, zoe)
    browser = client_of(mei)
    assert titles(browser.get(PAGE).content.decode()) == ["有人聊", "新文章", "带标签"]
    browser.post(f"/people/{lin.username}/follow/", {"followed": "no"})
    browser.post("/tags/阅读/follow/", {"followed": "no"})
    assert titles(browser.get(PAGE).content.decode()) == ["有人聊"]


def test_page_after_page_everything_stands_there_once(client_of, make_thread, lin, mei, monkeypatch):
    monkeypatch.setattr(limits, "THREADS_PER_PAGE", 2)
    set_follow(mei, lin, followed=True)
    for number in range(5):
        make_thread(lin, title=f"第{number}篇")
    Thread.objects.update(published_at="2026-01-01T00:00Z")  # of one moment all
    browser, path, seen = client_of(mei), PAGE, []
    while path:
        page = browser.get(path).content.decode()
        seen += titles(page)
        more = re.search(r'rel="next" href="([^"]+)"', page)
        path = more and PAGE + more[1].replace("&amp;", "&")
    assert seen == [f"第{number}篇" for number in "43210"]


def test_the_list_is_two_questions_for_many_and_for_few(make_thread, lin, mei, django_assert_num_queries):
    set_follow(mei, lin, followed=True)
    make_thread(lin)
    with django_assert_num_queries(1):
        followed_by(mei, 20)


def test_a_visitor_is_told_what_it_is_and_a_member_who_follows_nobody_too(visitor, client_of, mei):
    assert "登录后查看你关注的内容" in visitor.get(PAGE).content.decode()
    assert "你关注的还没有新内容" in client_of(mei).get(PAGE).content.decode()
    assert f'href="{PAGE}"' in visitor.get("/").content.decode()


def test_whoever_switches_lists_of_their_own_off_is_asked_nothing_about(client_of, make_thread, lin, mei):
    set_follow(mei, lin, followed=True)
    make_thread(lin, title="新文章")
    browser = client_of(mei)
    assert "现在是开启的" in browser.get("/my-data/").content.decode()
    browser.post("/accounts/profile/", {"bio": ""})
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(PAGE).content.decode()
    assert "你已关闭个性化列表" in page and 'href="/accounts/profile/#own-lists"' in page and "新文章" not in page
    assert not [one for one in asked.captured_queries if "forum_follow" in one["sql"]]
    assert "你已关闭" in browser.get("/my-data/").content.decode()
    assert Follow.objects.filter(user=mei, person=lin).exists(), "what they follow is kept"
    browser.post("/accounts/profile/", {"bio": "", "wants_own_lists": "on"})
    assert titles(browser.get(PAGE).content.decode()) == ["新文章"]


@pytest.mark.parametrize("place", ["x", "2026-01-01_1", "_", "9999-12-31T23:59:59-12:00_1"])
def test_no_place_does_no_harm(client_of, mei, place):
    assert client_of(mei).get(PAGE, {"before": place}).status_code == 200


def test_the_buttons_say_what_is_and_count(client_of, make_thread, lin, mei):
    make_thread(lin, tags=["阅读"])
    browser = client_of(mei)
    for path in ("/people/小林/", "/tags/阅读/"):
        assert 'name="followed" value="yes" aria-pressed="false"' in browser.get(path).content.decode()
        fragment = browser.post(f"{path}follow/", {"followed": "yes"}, headers={"HX-Request": "true"}).content.decode()
        assert 'value="no" aria-pressed="true"' in fragment and "已关注" in fragment
        page = browser.get(path).content.decode()
        assert 'value="no" aria-pressed="true"' in page
    assert "1 位关注者" in client_of(lin).get("/people/小林/").content.decode()


def test_a_visitors_page_of_a_person_and_a_tag_tells_the_new_number_at_once(db, monkeypatch, make_thread, lin, mei):
    stack = Stack(monkeypatch)
    make_thread(lin, tags=["阅读"])
    paths = ("/people/小林/", "/tags/阅读/")
    before = [stack.get(path).body for path in paths]
    set_follow(mei, lin, followed=True), set_follow(mei, Tag.objects.get(), followed=True)
    after = [stack.get(path).body for path in paths]
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert after == [stack.fresh(path).body for path in paths]


def test_following_a_thread_is_laid_into_the_shared_page(db, monkeypatch, client_of, make_thread, lin, mei):
    thread = make_thread(lin)
    stack, cookies = Stack(monkeypatch), cookies_of(client_of(mei))
    assert "已关注评论" not in stack.get(thread.get_absolute_url(), cookies).body
    set_follow(mei, thread, followed=True)
    for page in (stack.get(thread.get_absolute_url(), cookies), stack.fresh(thread.get_absolute_url(), cookies)):
        assert "已关注评论" in page.body
    assert "已关注评论" not in stack.get(thread.get_absolute_url()).body


def test_what_one_keeps_and_who_follows_one_is_private_until_one_says_so(client_of, make_thread, lin, mei, zhou):
    set_favourite(mei, make_thread(lin, title="留着的"), favourited=True)
    set_follow(lin, mei, followed=True)
    path, own, other = "/people/阿梅/", client_of(mei), client_of(zhou)
    for shown, words in (("favourites", "留着的"), ("followers", 'person__name" href="/people/')):
        assert words in own.get(f"{path}?{shown}").content.decode()
        assert "只有你能看到这个列表" in own.get(f"{path}?{shown}").content.decode()
        page = other.get(f"{path}?{shown}").content.decode()
        assert words not in page and f'href="?{shown}"' not in page
    own.post("/accounts/profile/", {"bio": "", "shows_favourites": "on", "shows_followers": "on"})
    for shown, words in (("favourites", "留着的"), ("followers", 'person__name" href="/people/')):
        assert words in other.get(f"{path}?{shown}").content.decode()
    assert Follow.objects.count() == 1
