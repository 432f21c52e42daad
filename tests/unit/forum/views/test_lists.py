"""Charts, newest replies, unanswered articles, tags, related and similar articles."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from forum import limits
from forum.models import TellingWord, Thread
from forum.models.orders import FORMULA, POINTS, RANK
from forum.views.margin import margin_of
from forum.views.related import like_title

PAYING = "支付宝的红包与集五福，社交裂变的玩法。"
SORTING = "归并排序与快速排序的时间复杂度比较。"


def like_thread(thread):
    """Numbers, most alike first."""
    return [other.pk for other in margin_of(thread)["related"]]


def order(client, path, *titles):
    """These titles as they follow one another in the page's main part."""
    main = client.get(path).content.decode().partition('<main id="main"')[2]
    return sorted((title for title in titles if title in main), key=main.index)


def test_a_chart_counts_what_readers_did_in_its_time(visitor, make_thread):
    make_thread(title="没人理会")
    make_thread(title="三条评论", replies_count=3)
    make_thread(title="四次收藏", favourites_count=4)
    make_thread(title="上周的事", replies_count=99, published_at=timezone.now() - timedelta(days=8))
    names = ("没人理会", "三条评论", "四次收藏", "上周的事")
    assert order(visitor, "/charts/day/", *names) == ["三条评论", "四次收藏"]
    assert order(visitor, "/charts/week/", *names) == ["三条评论", "四次收藏"]
    assert order(visitor, "/charts/month/", *names) == ["上周的事", "三条评论", "四次收藏"]
    assert visitor.get("/charts/year/").status_code == 404


def test_the_page_about_lists_prints_the_formula_the_database_uses(visitor, db):
    page = visitor.get("/help/lists/").content.decode()
    assert POINTS in page and FORMULA in page
    assert POINTS in FORMULA == RANK.extra["template"]


def test_the_newest_replies_of_all_threads_come_in_pages(visitor, make_thread, make_reply, monkeypatch):
    monkeypatch.setattr(limits, "REPLIES_PER_PAGE", 2)
    thread, held = make_thread(), make_thread(title="待审", state="held")
    replies = [make_reply(thread, body=f"第{number}句") for number in range(3)]
    make_reply(thread, body="藏起来的", state="hidden")
    page = visitor.get("/latest/").content.decode()
    assert "第2句" in page and "第1句" in page and "第0句" not in page and "藏起来的" not in page
    assert held.title not in page
    assert f"?before={replies[1].pk}" in page
    assert "第0句" in visitor.get(f"/latest/?before={replies[1].pk}").content.decode()
    for odd in ("x", "-1", "9" * 40, "²"):
        assert visitor.get("/latest/", {"before": odd}).status_code == 200


def test_unanswered_articles_are_a_handful_that_stays_for_the_day(visitor, make_thread, make_reply):
    for number in range(25):
        make_thread(title=f"无人问津{number:02}")
    make_reply(make_thread(title="有人答过"))
    first, again = (visitor.get("/threads/unanswered/").content.decode() for _ in range(2))
    assert first == again
    assert first.count("无人问津") == 20 * first.count("<h2") / first.count('class="card"')
    assert "有人答过" not in first.partition("<main")[2]
    assert visitor.get("/threads/unanswered/?turn=7").status_code == 200
    assert visitor.get("/threads/unanswered/?turn=²").status_code == 200


@pytest.mark.django_db
def test_when_all_is_answered_the_page_says_so(visitor):
    assert "每一篇都有人评论了" in visitor.get("/threads/unanswered/").content.decode()


def test_all_tags_are_listed_by_their_public_threads(visitor, make_thread):
    make_thread(tags=["支付", "增长"])
    make_thread(tags=["增长"])
    make_thread(tags=["暗号"], state="held")
    assert order(visitor, "/tags/", "支付", "增长", "暗号") == ["增长", "支付"]


def test_related_articles_share_the_heaviest_words(make_thread):
    thread = make_thread(title="集五福", body=PAYING)
    near = make_thread(title="红包大战", body=PAYING * 2)
    make_thread(title="排序", body=SORTING)
    hidden = make_thread(title="藏着的红包", body=PAYING, state="hidden")
    found = like_thread(thread)
    assert found[0] == near.pk
    assert hidden.pk not in found and thread.pk not in found


def test_words_follow_an_edit(make_thread, lin):
    from forum.actions.threads import edit_thread

    thread = make_thread(title="集五福", body=PAYING)
    other = make_thread(title="排序", body=SORTING)
    edit_thread(lin, thread, title="排序", body=SORTING, category=thread.category)
    assert not thread.telling_words.filter(word="红包").exists()
    assert like_thread(other)[0] == thread.pk
    weights = sum(TellingWord.objects.filter(thread=thread).values_list("weight", flat=True))
    assert 0 < weights <= 1.000001


def test_one_look_at_what_is_related_is_one_question(make_thread, django_assert_num_queries):
    thread = make_thread(title="集五福", body=PAYING)
    for number in range(5):
        make_thread(title=f"红包{number}", body=PAYING)
    with django_assert_num_queries(4):  # the numbers, what is alike, the related cards, the site's precision of places
        assert len(like_thread(thread)) == limits.RELATED_THREADS


def test_a_title_half_typed_finds_what_is_there(client_of, mei, make_thread):
    near = make_thread(title="红包大战", body=PAYING)
    assert like_title("集五福和红包") == [near.pk]
    assert like_title("") == like_title("的") == []
    page = client_of(mei).get("/threads/similar/", {"title": "集五福和红包\0"}).content.decode()
    assert "红包大战" in page and "<h1" in page
    part = client_of(mei).get("/threads/similar/", {"title": "集五福"}, headers={"HX-Request": "true"}).content.decode()
    assert "红包大战" in part and "<h1" not in part


def test_the_margin_falls_back_to_the_shelf(visitor, make_thread):
    thread = make_thread(title="甲", body="乙")
    make_thread(title="同一个架子上", body="丙")
    assert "同一个架子上" in visitor.get(thread.get_absolute_url()).content.decode()


def test_the_home_page_leads_to_all_of_them(visitor, make_thread):
    make_thread()
    page = visitor.get("/").content.decode()
    for path in ("/charts/day/", "/charts/week/", "/charts/month/", "/tags/", "/threads/unanswered/", "/latest/"):
        assert f'href="{path}"' in page and visitor.get(path).status_code == 200
    assert Thread.objects.count() == 1


def test_threads_from_before_are_told_by_a_command(make_thread, capsys):
    thread = make_thread(title="集五福", body=PAYING)
    near = make_thread(title="红包大战", body=PAYING)
    TellingWord.objects.all().delete()
    call_command("tell_words")
    assert capsys.readouterr().out == "2 threads\n"
    assert like_thread(thread)[0] == near.pk
