import xml.etree.ElementTree as ET

import pytest
from django.urls import reverse

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def thread(make_thread):
    return make_thread(title="集五福之后", body="社交还剩下什么？", tags=["支付"])


def read(client, name, *args):
    response = client.get(reverse(name, args=args))
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


@pytest.mark.parametrize(
    ("name", "args"),
    [("latest-feed", []), ("category-feed", ["product"]), ("tag-feed", ["支付"]), ("person-feed", ["小林"])],
)
def test_each_list_has_its_feed(visitor, thread, name, args):
    feed = read(visitor, name, *args)
    assert titles(feed) == ["集五福之后"]
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "小林"
    assert entry.findtext(f"{ATOM}summary") == "社交还剩下什么？"
    assert entry.findtext(f"{ATOM}updated").endswith("+00:00")
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/threads/{thread.pk}/"
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["alternate", "self"]


def test_replies_have_one_too_newest_first_and_without_their_place(visitor, thread, make_reply, mei):
    make_reply(thread, mei, "沙发")
    make_reply(thread, mei, "<b>板凳</b>")
    feed = read(visitor, "thread-feed", thread.pk)
    assert titles(feed) == ["阿梅 评《集五福之后》"] * 2
    newest = feed.find(f"{ATOM}entry").findtext(f"{ATOM}summary")
    assert "&lt;b&gt;板凳" in newest
    assert "四川" not in ET.tostring(feed, encoding="unicode")


def test_an_article_can_be_followed_before_anybody_replied(visitor, thread):
    assert titles(read(visitor, "thread-feed", thread.pk)) == []


def test_what_is_not_there_has_no_feed(visitor, db, make_thread):
    held = make_thread(state="held")
    for name, args in [
        ("category-feed", ["no"]),
        ("tag-feed", ["无"]),
        ("person-feed", ["无"]),
        ("thread-feed", [held.pk]),
    ]:
        assert visitor.get(reverse(name, args=args)).status_code == 404


def test_an_edited_article_is_as_new_as_its_edit(visitor, thread):
    thread.edited_at = thread.published_at.replace(year=thread.published_at.year + 1)
    thread.save()
    updated = read(visitor, "latest-feed").findtext(f"{ATOM}entry/{ATOM}updated")
    assert updated.startswith(str(thread.edited_at.year))


@pytest.mark.parametrize("entries", [3, 30])
def test_reading_a_feed_costs_the_same(visitor, make_thread, entries, django_assert_max_num_queries):
    for number in range(entries):
        make_thread(title=f"第 {number} 篇", tags=["支付"])
    with django_assert_max_num_queries(4):
        read(visitor, "latest-feed")
