"""An article's own table of words, wherever the article is shown or quoted."""

import pytest

from forum.models import Thread
from tests.cast import make_category

TABLE = "软件 => 程式 / 應用程式\n后台"


@pytest.fixture
def thread(make_thread, make_reply):
    thread = make_thread(title="软件的后来", body="## 软件\n\n软件里的后台，`软件`。", terms=TABLE, tags=["头发"])
    make_reply(thread, body="我的软件")
    return thread


def shown(client, address, script, lang="zh-hant"):
    client.cookies["script"], client.cookies["lang"] = script, lang
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("script", "title", "body", "reply"),
    [
        ("original", "软件的后来", "软件里的后台", "我的软件"),
        ("hans", "软件的后来", "软件里的后台", "我的软件"),
        ("tw", "程式的後來", "程式裡的后台", "我的軟體"),
        ("hk", "應用程式的後來", "應用程式裏的后台", "我的軟件"),
    ],
)
def test_the_author_s_words_are_shown_and_nobody_else_s_change(visitor, thread, script, title, body, reply):
    page = shown(visitor, thread.get_absolute_url(), script)
    assert '<h1 class="thread__title"' in page and f">{title}</h1>" in page and f"<title>{title} " in page
    assert f'<meta property="og:title" content="{title}">' in page and f'"headline":"{title}"' in page
    assert body in page and "<code>软件</code>" in page and reply in page
    assert f'href="#section-软件">{title.split("的")[0]}</a>' in page


def test_what_is_stored_stays_as_written(visitor, thread):
    before = list(Thread.objects.values())
    shown(visitor, thread.get_absolute_url(), "tw")
    assert before == list(Thread.objects.values())


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/categories/product/",
        "/tags/头发/",
        "/people/小林/",
        "/people/小林/?replies",
        "/latest/",
        "/search/?q=软件",
    ],
)
def test_lists_and_search_quote_the_article_in_the_author_s_words(visitor, thread, address):
    page = shown(visitor, address, "tw")
    assert "程式" in page.replace("<mark>", "").replace("</mark>", ""), address
    assert "軟體的後來" not in page.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize("path", ["latest/", "categories/product/", "threads/{pk}/", "search/?q=软件"])
def test_feeds_do_so_too(visitor, thread, path):
    assert "程式" in shown(visitor, f"/feeds/{path}".format(pk=thread.pk), "tw")


def test_suggestions_do_so_too(visitor, thread):
    visitor.cookies["script"] = "tw"
    answer = visitor.get("/search/suggestions/?q=软件", headers={"X-Requested-With": "fetch"}).content.decode()
    assert "<mark>程式</mark>的後來" in answer


def sent(terms, **about):
    return {"title": "软件的后来", "body": "软件", "category": make_category().pk, "terms": terms, **about}


def test_the_form_says_which_line_is_wrong_and_loses_nothing(client_of, lin):
    response = client_of(lin).post("/threads/write/", sent("软件 => 程式\n=> 乙"))
    page = response.content.decode()
    assert response.status_code == 422 and not Thread.objects.exists()
    assert "第 2 行" in page and "软件 =&gt; 程式\n=&gt; 乙</textarea>" in page
    assert '<details class="terms" open>' in page


def test_an_author_writes_the_table_and_finds_it_again(client_of, lin):
    client = client_of(lin)
    assert client.post("/threads/write/", sent(TABLE.replace("\n", "\r\n"))).status_code == 302
    thread = Thread.objects.get()
    assert thread.terms == TABLE
    assert TABLE.replace(">", "&gt;") in client.get(f"/threads/{thread.pk}/edit/").content.decode()


def test_moderators_see_the_table(client_of, zhou, thread):
    page = client_of(zhou).get(f"/admin/forum/thread/{thread.pk}/change/").content.decode()
    assert "软件 =&gt; 程式" in page
