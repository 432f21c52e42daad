import json
import re

import pytest
from django.utils.dateparse import parse_datetime

TRICK = "</script><script>alert(1)</script>&<!--"


@pytest.fixture
def thread(make_thread):
    return make_thread(title="长文该不该分页", body="先说结论：**不该**。", tags=["阅读"])


def head(client, path):
    page = client.get(path).content.decode()
    return page.partition("</head>")[0]


def graph(client, path):
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head(client, path), re.DOTALL)
    return {thing["@type"]: thing for thing in json.loads(data)["@graph"]}


def test_an_article_is_a_posting_with_its_facts(visitor, thread, mei, make_reply):
    make_reply(thread, mei, "我有不同意见。")
    posting = graph(visitor, f"/threads/{thread.pk}/")["DiscussionForumPosting"]
    assert posting["headline"] == "长文该不该分页"
    assert posting["text"] == "先说结论：不该。"
    assert posting["author"] == {
        "@type": "Person", "name": "小林", "url": "http://testserver/people/%E5%B0%8F%E6%9E%97/",
    }  # fmt: skip
    assert parse_datetime(posting["datePublished"]).utcoffset() is not None
    counted = {row["interactionType"]["@type"]: row["userInteractionCount"] for row in posting["interactionStatistic"]}
    assert counted == {"CommentAction": 1, "LikeAction": 0, "ViewAction": 0}
    (comment,) = posting["comment"]
    assert (comment["text"], comment["author"]["name"]) == ("我有不同意见。", "阿梅")
    assert "四川" not in json.dumps(posting, ensure_ascii=False)


def test_a_nested_reply_stands_under_the_one_it_answers(visitor, thread, make_reply, mei):
    first = make_reply(thread, mei, "沙发")
    make_reply(thread, body="谢谢", parent=first)
    (comment,) = graph(visitor, f"/threads/{thread.pk}/")["DiscussionForumPosting"]["comment"]
    assert [answer["text"] for answer in comment["comment"]] == ["谢谢"]


def test_counters_the_source_did_not_print_are_left_out(visitor, thread):
    thread.imported_replies, thread.author, thread.byline = 0, None, "骑狼的羊"
    thread.save()
    posting = graph(visitor, f"/threads/{thread.pk}/")["DiscussionForumPosting"]
    assert [row["interactionType"]["@type"] for row in posting["interactionStatistic"]] == ["LikeAction"]
    assert "commentCount" not in posting
    assert posting["author"] == {"@type": "Person", "name": "骑狼的羊"}


def test_a_trail_leads_from_home_to_the_article(visitor, thread):
    steps = graph(visitor, f"/threads/{thread.pk}/")["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"]) for step in steps] == [(1, "首页"), (2, "产品"), (3, "长文该不该分页")]
    assert all(step["item"].startswith("http://testserver/") for step in steps)


def test_no_title_or_reply_can_end_the_script(visitor, make_thread, make_reply, mei):
    thread = make_thread(title=f"标题{TRICK}", body=TRICK)
    make_reply(thread, mei, TRICK)
    page = visitor.get(f"/threads/{thread.pk}/").content.decode()
    assert "<script>alert" not in page
    posting = graph(visitor, f"/threads/{thread.pk}/")["DiscussionForumPosting"]
    assert posting["headline"] == f"标题{TRICK}"
    assert posting["comment"][0]["text"] == TRICK


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("/", {"WebSite"}),
        ("/categories/product/", {"WebSite", "CollectionPage", "BreadcrumbList"}),
        ("/tags/阅读/", {"WebSite", "CollectionPage", "BreadcrumbList"}),
        ("/people/小林/", {"ProfilePage"}),
    ],
)
def test_lists_and_people_say_what_they_are(visitor, thread, path, kinds):
    assert set(graph(visitor, path)) == kinds


@pytest.mark.parametrize(
    ("query", "canonical"),
    [("", ""), ("?sort=newest", ""), ("?author=yes", ""), ("?after=1-2", "?after=1-2"), ("?sort=hot&after=1-2-3", "")],
)
def test_other_orders_of_a_page_point_to_the_one(visitor, thread, query, canonical):
    said = head(visitor, f"/threads/{thread.pk}/{query}")
    assert f'<link rel="canonical" href="http://testserver/threads/{thread.pk}/{canonical}">' in said


def test_the_second_page_of_a_list_is_its_own(visitor, make_thread):
    for number in range(21):
        make_thread(title=f"第 {number} 篇")
    assert 'rel="canonical" href="http://testserver/?page=2"' in head(visitor, "/?page=2&sort=latest")


def test_whoever_shares_the_page_gets_title_words_and_picture(visitor, thread):
    said = head(visitor, f"/threads/{thread.pk}/")
    for name, content in {"type": "article", "title": "长文该不该分页", "description": "先说结论：不该。"}.items():
        assert f'<meta property="og:{name}" content="{content}">' in said
    assert f'<meta property="og:image" content="http://testserver/threads/{thread.pk}/share.png">' in said
    assert '<meta property="og:image:alt" content="长文该不该分页">' in said
    assert re.search(r'<meta property="og:image" content="http://testserver/static/[^"]+\.png">', head(visitor, "/"))
    assert '<meta name="description" content="先说结论：不该。">' in said


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("/", "/feeds/latest/"),
        ("/categories/product/", "/feeds/categories/product/"),
        ("/tags/阅读/", "/feeds/tags/%E9%98%85%E8%AF%BB/"),
        ("/people/小林/", "/feeds/people/%E5%B0%8F%E6%9E%97/"),
    ],
)
def test_every_list_names_its_feed(visitor, thread, path, feed):
    assert re.search(
        rf'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="{feed}">', head(visitor, path)
    )
    assert visitor.get(feed).status_code == 200


def test_every_page_describes_itself(visitor, db):
    assert '<meta name="description" content="长文与它的讨论">' in head(visitor, "/accounts/login/")


def test_members_get_no_structured_data(client_of, mei, thread):
    assert "ld+json" not in head(client_of(mei), f"/threads/{thread.pk}/")
