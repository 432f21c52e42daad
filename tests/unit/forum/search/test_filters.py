"""author: tag: in: region: type: after: before: — what each finds, and what is said when it cannot."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from forum.models import SiteSettings
from forum.search import search
from forum.search.filters import moment, parted
from tests.cast import make_category

VISITOR = AnonymousUser()


def found(query):
    return [hit.reply or hit.thread for hit in search(query, VISITOR).hits]


def notes(query):
    return search(query, VISITOR).asked.notes


def test_filters_are_taken_out_of_the_question():
    words, filters = parted('支付寶 作者：小林 tag:"长 尾" -in:产品 http://a.b 分類：運營')
    assert words == "支付宝 http://a.b"
    assert [(one.name, one.value, one.is_excluded) for one in filters] == [
        ("author", "小林", False), ("tag", "长 尾", False), ("in", "产品", True), ("in", "运营", False)
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["2024", "2024-1", "2024-01-01", "2024年1月1日", "2024/01", "2024年"])
def test_a_day_may_be_written_in_many_ways(value):
    assert moment(value).strftime("%F %T") == "2024-01-01 00:00:00"


def test_a_day_may_be_so_long_ago():
    assert timezone.now() - moment("7d") >= timedelta(days=7)
    assert moment("7天") == moment("7d")


@pytest.mark.parametrize("value", ["昨天", "2024-13", "2024-02-30", "0000", "99999", "-1", ""])
def test_what_is_no_day_is_none(value):
    assert moment(value) is None


@pytest.mark.django_db
class TestFilters:
    def test_by_author_in_any_script_and_alone(self, make_thread, make_reply, mei):
        thread = make_thread(title="支付宝")
        reply = make_reply(thread, mei, "支付宝")
        assert found("支付宝 author:阿梅") == found("作者:阿梅") == found("author:阿梅 支付寶") == [reply]
        assert found("支付宝 -author:阿梅") == found("支付宝 author:小林") == [thread]
        assert found("支付宝 author:无此人") == []

    def test_by_the_name_an_imported_page_printed(self, make_thread):
        from forum.search import index

        thread = make_thread(title="支付宝")
        thread.author, thread.byline = None, "骑狼的羊"
        thread.save()
        index(thread)
        make_thread(title="支付宝")
        assert found("支付宝 author:騎狼的羊") == [thread]

    def test_by_category_name_or_slug_with_the_replies_there(self, make_thread, make_reply):
        there = make_thread(title="支付宝", category=make_category("ops", "运营"))
        here = make_thread(title="支付宝")
        reply = make_reply(there, body="支付宝")
        assert set(found("支付宝 in:运营")) == set(found("支付宝 分类:ops")) == {there, reply}
        assert found("支付宝 -in:ops") == [here]
        assert set(found("in:運營")) == {there, reply}

    def test_by_tag_with_the_replies_under_it(self, make_thread, make_reply):
        tagged = make_thread(title="支付宝", tags=["长尾"])
        reply = make_reply(tagged, body="支付宝")
        other = make_thread(title="支付宝")
        assert set(found("支付宝 tag:長尾")) == {tagged, reply}
        assert found("支付宝 -tag:长尾") == [other]
        assert found("长尾") == [tagged]

    def test_by_place(self, make_thread, make_reply):
        thread = make_thread(title="支付宝", ip="61.139.2.69")
        reply = make_reply(thread, body="支付宝", ip="8.8.8.8")
        assert found("支付宝 region:四川") == found("支付宝 属地:四川") == [thread]
        assert found("支付宝 region:美国") == [reply]
        assert notes("支付宝 region:火星") and set(found("支付宝 region:火星")) == {thread, reply}

    def test_a_place_is_asked_for_no_finer_than_it_is_shown(self, make_thread):
        thread = make_thread(title="支付宝", ip="61.139.2.69")
        SiteSettings.objects.create(region_precision="country")
        assert found("支付宝 region:中国") == [thread]
        assert notes("支付宝 region:四川")
        SiteSettings.objects.update(region_precision="off")
        assert notes("支付宝 region:四川") and notes("支付宝 region:中国")

    def test_by_kind(self, make_thread, make_reply):
        thread = make_thread(title="支付宝")
        reply = make_reply(thread, body="支付宝")
        assert found("支付宝 type:评论") == found("支付宝 类型:reply") == [reply]
        assert found("支付宝 type:thread") == [thread]
        assert notes("支付宝 type:x")

    def test_by_day(self, make_thread, make_reply):
        old = make_thread(title="支付宝", published_at=timezone.now() - timedelta(days=900))
        new = make_thread(title="支付宝")
        from forum.search import index

        index(old)
        assert found("支付宝 after:30d") == [new]
        assert found("支付宝 before:30d") == [old]
        assert notes("支付宝 after:昨天") and set(found("支付宝 after:昨天")) == {old, new}

    def test_unknown_tags_and_categories_are_said_and_left_out(self, make_thread):
        thread = make_thread(title="支付宝")
        for query in ("支付宝 tag:没有", "支付宝 in:没有"):
            assert found(query) == [thread]
            assert "没有" in notes(query)[0]

    @pytest.mark.parametrize(
        "query", ["author:", "in:", "tag:'", "region:\\", "author:'; drop", "-in:产品", 'tag:"', "after:-"]
    )
    def test_no_filter_is_too_strange(self, make_thread, query):
        make_thread(title="支付宝")
        assert search(query, VISITOR).count in {0, 1}

    def test_only_excluding_words_narrow_what_filters_find(self, make_thread):
        make_thread(title="支付宝")
        other = make_thread(title="微信")
        assert found("in:产品 -支付宝") == [other]


@pytest.mark.django_db
def test_facets_offer_what_differs_and_count_it(make_thread, make_reply):
    thread = make_thread(title="支付宝")
    make_thread(title="支付宝", category=make_category("ops", "运营"))
    make_reply(thread, body="支付宝", ip="8.8.8.8")
    facets = {facet.name: facet.choices for facet in search("支付宝", VISITOR).facets}
    assert facets["in"] == [("产品", "产品", 2), ("运营", "运营", 1)]
    assert facets["region"] == [("四川", "四川", 2), ("美国", "美国", 1)]
    assert [(value, times) for _label, value, times in facets["type"]] == [("thread", 2), ("reply", 1)]
    assert "in" not in {facet.name for facet in search("支付宝 in:产品", VISITOR).facets}
