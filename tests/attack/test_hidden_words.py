"""What was hidden, held or withdrawn is in no page, feed, map or piece of structured data a visitor can ask for."""

import pytest
from django.urls import reverse

from forum import limits
from forum.actions.replies import edit_reply
from forum.actions.threads import edit_thread
from forum.models import BlockedWord
from tests.cast import make_category

SECRET = "天机不可泄露"
STATES = ["held", "hidden", "withdrawn"]


def places(thread):
    """Every address without a reply's or a member's own page."""
    return [
        reverse("feed"),
        reverse("category", args=["product"]),
        reverse("tag", args=["阅读"]),
        reverse("person", args=["小林"]),
        reverse("person", args=["小林"]) + "?replies",
        reverse("thread", args=[thread.pk]),
        reverse("thread", args=[thread.pk]) + "?sort=newest",
        reverse("thread", args=[thread.pk]) + "?sort=hot&author",
        reverse("latest-feed"),
        reverse("category-feed", args=["product"]),
        reverse("tag-feed", args=["阅读"]),
        reverse("person-feed", args=["小林"]),
        reverse("thread-feed", args=[thread.pk]),
        *(
            f"/feeds/{feed}{form}/"
            for feed in ("latest/", "categories/product/", "tags/阅读/", "people/小林/", f"threads/{thread.pk}/")
            for form in ("rss", "json")
        ),
        *(f"{reverse('search-feed')}{form}?q={word}" for form in ("", "rss/", "json/") for word in ("泄露", "阅读")),
        reverse("share-picture", args=[thread.pk]),
        reverse("sitemap"),
        map_file(thread),
        reverse("sitemap-part", args=["shelves"]),
    ]


def map_file(thread):
    """The file of the sitemap in which this thread would stand."""
    return reverse("sitemap-part", args=[f"threads-{(thread.pk - 1) // limits.SITEMAP_RANGE + 1}"])


def seen(client, thread):
    for place in places(thread):
        response = client.get(place)
        assert response.status_code < 500
        yield place, response.content.decode(errors="replace")


@pytest.mark.parametrize("state", STATES)
def test_of_a_reply_nothing_is_left(visitor, make_thread, make_reply, state):
    thread = make_thread(tags=["阅读"])
    make_reply(thread, body=SECRET, state=state)
    for place, page in seen(visitor, thread):
        assert SECRET not in page, place


@pytest.mark.parametrize("state", STATES)
def test_a_shell_under_which_others_answered_says_nothing(visitor, make_thread, make_reply, mei, state):
    thread = make_thread(tags=["阅读"])
    reply = make_reply(thread, mei, SECRET)
    make_reply(thread, body="我来回答", parent=reply)
    make_reply(thread, mei, f"另一句{SECRET}", state=state)
    type(reply).objects.filter(pk=reply.pk).update(state=state)
    for place, page in seen(visitor, thread):
        assert SECRET not in page, place
    assert "我来回答" in visitor.get(reverse("thread", args=[thread.pk])).content.decode()


@pytest.mark.parametrize("state", STATES)
def test_of_an_article_nothing_is_left(visitor, make_thread, make_reply, state):
    make_thread(title="开门见山")
    thread = make_thread(title=SECRET, body=f"正文{SECRET}", tags=["阅读"])
    make_reply(thread, body=f"评论{SECRET}")
    type(thread).objects.filter(pk=thread.pk).update(state=state, excerpt=SECRET)
    for place, page in seen(visitor, thread):
        assert SECRET not in page, place
    assert visitor.get(reverse("thread", args=[thread.pk])).status_code == 404
    assert visitor.get(reverse("thread-feed", args=[thread.pk])).status_code == 404
    assert visitor.get(reverse("share-picture", args=[thread.pk])).status_code == 404
    assert f"/threads/{thread.pk}/" not in visitor.get(map_file(thread)).content.decode()


@pytest.mark.parametrize("state", STATES)
def test_another_member_sees_no_more_than_a_visitor(client_of, mei, make_thread, make_reply, state):
    thread = make_thread(tags=["阅读"])
    make_reply(thread, body=SECRET, state=state)
    for place, page in seen(client_of(mei), thread):
        assert SECRET not in page, place


def test_a_counter_betrays_nothing(visitor, make_thread, make_reply):
    thread = make_thread(tags=["阅读"])
    make_reply(thread, state="held")
    page = visitor.get(reverse("thread", args=[thread.pk])).content.decode()
    assert '"commentCount":0' in page


@pytest.mark.parametrize("warm", [True, False])
def test_an_edit_that_waits_is_nowhere_and_the_approved_words_are_everywhere(
    visitor, client_of, lin, mei, make_thread, make_reply, warm
):
    thread = make_thread(title="开门见山", body="正文照旧", tags=["阅读"])
    reply = make_reply(thread, body="评论照旧")
    BlockedWord.objects.create(word=SECRET, level="hold")
    if warm:
        list(seen(visitor, thread))
    edit_thread(lin, thread, title=SECRET, body=f"正文{SECRET}", category=make_category("ops", SECRET[:2]), tags=["乙"])
    edit_reply(lin, reply, f"评论{SECRET}")
    for client in (visitor, client_of(mei)):
        for place, page in seen(client, thread):
            assert SECRET not in page, place
        page = client.get(reverse("thread", args=[thread.pk])).content.decode()
        assert all(words in page for words in ("开门见山", "正文照旧", "评论照旧"))
        assert "开门见山" in client.get(reverse("search") + "?q=开门见山").content.decode()
        assert client.get(reverse("search") + f"?q={SECRET}").context["results"].count == 0
    page = client_of(lin).get(reverse("thread", args=[thread.pk])).content.decode()
    assert f"评论{SECRET}" in page and f"正文{SECRET}" in page and "正文照旧" in page
