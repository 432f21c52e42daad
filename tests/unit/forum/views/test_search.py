import re

import pytest

from forum import limits


@pytest.fixture
def ask(visitor, db):
    def page(**asked):
        response = visitor.get("/search/", asked)
        assert response.status_code == 200
        return response.content.decode()

    return page


def test_an_empty_question_shows_the_box_and_how_to_ask(ask):
    assert "想找什么？" in ask()
    assert "想找什么？" in ask(q=" ")
    assert '<link rel="canonical" href="http://testserver/search/">' in ask(q="支付")


def test_threads_and_replies_are_shown_with_the_hits_marked(ask, make_thread, make_reply):
    thread = make_thread(title="支付寶社交化", body="为什么")
    reply = make_reply(thread, body="我也用支付宝")
    page = ask(q="支付宝")
    assert "<mark>支付寶</mark>社交化" in page
    assert "我也用<mark>支付宝</mark>" in page
    assert f'href="{thread.get_absolute_url()}"' in page
    assert f'href="{reply.get_absolute_url()}"' in page
    assert "来自四川" in page
    assert "2 条结果" in page


def test_nothing_found_is_said_kindly_with_the_words_escaped(ask):
    page = ask(q="<b>没有</b>")
    assert "没有找到“&lt;b&gt;没有&lt;/b&gt;”" in page
    assert "<b>没有" not in page


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "\0支付宝\0"},
        {"q": "' | !:* \\"},
        {"q": "支付宝" * 5_000},
        {"q": "支", "after": "-1", "sort": "x"},
        {"q": "支", "after": "9" * 99},
        {"q": "\ud800".encode("utf-8", "surrogatepass")},
        {"q": ["a", "b"]},
    ],
)
def test_no_question_breaks_the_page(ask, make_thread, asked):
    make_thread(title="支付宝")
    assert "</html>" in ask(**asked)


def test_results_go_on_over_pages_without_losing_the_question(ask, make_thread, monkeypatch):
    monkeypatch.setattr(limits, "RESULTS_PER_PAGE", 2)
    for number in range(3):
        make_thread(title=f"支付宝第{number}问")
    first = ask(q="支付宝", sort="latest")
    following = re.search(r'rel="next" href="\?([^"]+)"', first)[1].replace("&amp;", "&")
    assert "sort=latest" in following
    cursor = re.search(r"after=([\d-]+)", following)[1]
    titles = re.findall(r"第\d问", first) + re.findall(r"第\d问", ask(q="支付宝", sort="latest", after=cursor))
    assert titles == ["第2问", "第1问", "第0问"]


def test_the_search_page_sets_no_cookie(visitor, db):
    assert not visitor.get("/search/", {"q": "支付宝"}).cookies
