"""Every feed in its three forms, as a reader of feeds takes it."""

import json
import re

import pytest

from tests.unit.forum.feeds.valid import titles

FORMS = ("", "rss/", "json/")
HOSTILE = "1 < 2 & </title>\x0b\x08 ]]>"


@pytest.fixture
def thread(make_thread, make_reply, mei):
    thread = make_thread(title="集五福之后", body="社交还剩下什么？", tags=["支付"])
    make_reply(thread, mei, "社交关系")
    return thread


def addresses(thread):
    paths = ("latest/", "categories/product/", "tags/支付/", "people/小林/", f"threads/{thread.pk}/")
    return [*(f"/feeds/{path}" for path in paths), "/feeds/search/"]


@pytest.mark.parametrize("form", FORMS)
def test_every_feed_is_valid(visitor, thread, form):
    for path in addresses(thread):
        found = titles(visitor.get(f"{path}{form}?q=社交"), form)
        assert found and all("集五福之后" in title for title in found), path


@pytest.mark.parametrize("form", FORMS)
def test_no_words_can_break_one(visitor, make_thread, make_reply, form):
    thread = make_thread(title=HOSTILE, body=HOSTILE)
    make_reply(thread, body=HOSTILE)
    for path in ("/feeds/latest/", f"/feeds/threads/{thread.pk}/"):
        (title,) = titles(visitor.get(path + form), form)
        assert "1 < 2 &" in title.replace("&lt;", "<").replace("&amp;", "&"), path
    titles(visitor.get(f"/feeds/search/{form}", {"q": HOSTILE}), form)


def test_a_search_is_asked_as_a_visitor_asks(visitor, client_of, lin, make_thread):
    make_thread(title="公开的社交")
    make_thread(title="还在等的社交", state="held")
    for client in (visitor, client_of(lin)):
        assert titles(client.get("/feeds/search/?q=社交"), "") == ["公开的社交"]
    assert titles(visitor.get("/feeds/search/"), "") == []


def test_what_a_reader_has_is_not_sent_again(visitor, thread, make_thread):
    for path in addresses(thread):
        first = visitor.get(f"{path}?q=社交")
        assert visitor.get(f"{path}?q=社交", headers={"If-None-Match": first["ETag"]}).status_code == 304
    tag = visitor.get("/feeds/latest/")["ETag"]
    make_thread(title="又一篇")
    assert visitor.get("/feeds/latest/", headers={"If-None-Match": tag}).status_code == 200


def test_a_feed_that_lost_an_entry_is_another_feed(visitor, thread, make_thread, zhou):
    from forum.actions.moderation import hide

    older = make_thread(title="旧的一篇")
    before = visitor.get("/feeds/latest/")
    hide(zhou, older, reason="广告")
    after = visitor.get("/feeds/latest/", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert "旧的一篇" not in after.content.decode()
    assert "Last-Modified" not in after.headers


@pytest.mark.parametrize(
    "path", ["/", "/categories/product/", "/tags/支付/", "/people/小林/", "/search/?q=社交", "thread"]
)
def test_a_page_names_its_feeds_and_they_open(visitor, thread, path):
    page = visitor.get(thread.get_absolute_url() if path == "thread" else path).content.decode()
    found = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', page)
    assert [kind for kind, _address in found] == [
        "application/atom+xml",
        "application/rss+xml",
        "application/feed+json",
    ]
    for (_kind, address), form in zip(found, FORMS, strict=True):
        assert titles(visitor.get(address.replace("&amp;", "&")), form)


def test_a_feed_speaks_the_script_its_address_names(visitor, make_thread):
    make_thread(title="软件里的-{软件}-", body="头发与发展，见 `软件`。", tags=["软件"])
    assert titles(visitor.get("/feeds/latest/?script=tw"), "") == ["軟體裡的软件"]
    assert titles(visitor.get("/feeds/latest/"), "") == ["软件里的软件"]
    feed = json.loads(visitor.get("/feeds/latest/json/?script=hk").content)
    assert feed["items"][0]["title"] == "軟件裏的软件"
    assert feed["feed_url"] == "http://testserver/feeds/latest/json/?script=hk"
    assert visitor.get("/feeds/latest/?script=klingon").status_code == 200


def test_the_page_in_a_script_names_the_feed_in_that_script(visitor, thread):
    visitor.cookies["script"] = "tw"
    assert 'href="/feeds/latest/?script=tw"' in visitor.get("/").content.decode()
