"""An author's articles in an order of their own."""

import pytest

from forum.actions.series import drop_series, keep_series
from forum.models import BlockedWord, Decision, Series
from forum.rules import Refused


@pytest.fixture
def threads(make_thread):
    return [make_thread(title=title) for title in ("第一篇", "第二篇", "第三篇")]


@pytest.fixture
def series(lin, threads):
    return keep_series(lin, title="从零开始", about="一步一步", threads=threads)


def main(client, path):
    return client.get(path).content.decode().partition("<main")[2]


def test_each_article_leads_to_its_neighbours(visitor, series, threads):
    first, second, third = (main(visitor, thread.get_absolute_url()) for thread in threads)
    assert "第 1 篇，共 3 篇" in first and 'rel="prev"' not in first
    assert f'rel="prev" href="{threads[0].get_absolute_url()}"' in second
    assert f'rel="next" href="{threads[2].get_absolute_url()}"' in second
    assert 'rel="next" href' not in third


def test_what_is_hidden_leaves_no_gap(visitor, series, threads, zhou):
    from forum.actions.moderation import hide

    hide(zhou, threads[1], reason="广告")
    assert f'rel="next" href="{threads[2].get_absolute_url()}"' in main(visitor, threads[0].get_absolute_url())
    assert "第二篇" not in main(visitor, series.get_absolute_url())
    assert "共 2 篇" in main(visitor, threads[0].get_absolute_url())


def test_its_page_lists_them_in_its_order(visitor, lin, series, threads):
    keep_series(lin, series, title="从零开始", about="", threads=[threads[2], threads[0]])
    page = main(visitor, series.get_absolute_url())
    assert page.index("第三篇") < page.index("第一篇") and "第二篇" not in page
    assert "从零开始" in main(visitor, "/people/小林/")


def test_one_without_public_articles_is_its_authors_alone(visitor, client_of, lin):
    series = keep_series(lin, title="还没开始", about="", threads=[])
    assert visitor.get(series.get_absolute_url()).status_code == 404
    assert client_of(lin).get(series.get_absolute_url()).status_code == 200
    assert "还没开始" not in main(visitor, "/people/小林/")


def test_only_ones_own_articles_each_in_one_series(lin, mei, series, threads, make_thread):
    foreign = make_thread(mei, title="别人的")
    for author, given in ((lin, [foreign]), (mei, [threads[0]]), (lin, [threads[0]]), (lin, [foreign, foreign])):
        with pytest.raises(Refused):
            keep_series(author, title="另一个", about="", threads=given)
    assert Series.objects.count() == 1


def test_others_and_the_muted_are_refused(mei, jia, series):
    for person in (mei, jia):
        with pytest.raises(Refused):
            keep_series(person, series, title="改名", about="", threads=[])
        with pytest.raises(Refused):
            drop_series(person, series, reason="我想")


def test_words_that_would_have_to_wait_are_refused(lin):
    BlockedWord.objects.create(word="加微信", level=BlockedWord.Level.HOLD)
    with pytest.raises(Refused):
        keep_series(lin, title="加微信看", about="", threads=[])
    assert not Series.objects.exists()


def test_the_author_gives_it_up_and_the_articles_stay(visitor, lin, series, threads):
    drop_series(lin, series)
    assert not Series.objects.exists() and not Decision.objects.exists()
    assert visitor.get(threads[0].get_absolute_url()).status_code == 200


def test_a_moderator_drops_it_and_signs(zhou, series):
    with pytest.raises(Refused):
        drop_series(zhou, Series.objects.get(), reason="")
    drop_series(zhou, Series.objects.get(), reason="冒名")
    assert "从零开始" in Decision.objects.get().detail


def test_the_form_orders_by_numbers_and_keeps_what_was_typed(client_of, lin, threads):
    browser = client_of(lin)
    first, second, third = (f"place-{thread.pk}" for thread in threads)
    wrong = browser.post("/series/write/", {"title": "", first: "2"})
    assert wrong.status_code == 422 and 'value="2"' in wrong.content.decode()
    assert browser.post("/series/write/", {"title": "连载", first: "9", third: "1", second: ""}).status_code == 302
    series = Series.objects.get()
    assert [part.thread for part in series.parts.all()] == [threads[2], threads[0]]
    assert browser.post("/series/write/", {"title": "连载", second: "0"}).status_code == 422
    assert browser.post("/series/write/", {"title": "连载", second: "x"}).status_code == 422
