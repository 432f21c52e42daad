"""The demo community: lively, ours, and no different from one that grew by itself."""

import os
import re
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from forum.chinese import fold
from forum.demo import read_community
from forum.limits import REPLIES_PER_PAGE, TITLE_LENGTH
from forum.models import Category, Decision, Favourite, Like, Reply, Report, Sanction, SearchEntry, State, Tag, Thread
from forum.rules import may_moderate
from tests.cast import make_offices

SHARED = Path(os.environ.get("SHARED_DIR", Path(__file__).parents[5] / "shared"))
SEED = SHARED / "seed" / "article-page.txt"
NOUNS = (Category, Tag, Thread, Reply, Favourite, Like, Report, Decision, Sanction, SearchEntry, get_user_model())


def make(command="demo", **options):
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """What the command printed. Made once for all tests here, each of which takes back only its own changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_offices()
        yield make()
        transaction.set_rollback(True)


@pytest.fixture
def demo(made, db):
    """The community, and what the command printed."""
    return made


@pytest.fixture
def alipay(demo):
    return Thread.objects.get(title="支付宝社交化的用意何在？")


def test_the_article_has_the_facts_of_the_page(alipay):
    shown = alipay.replies_shown, alipay.views_shown, alipay.favourites_shown, alipay.minutes_shown
    assert shown == (5, 9579, 136, 5)
    assert alipay.author is None and alipay.author_name == "骑狼的羊"
    assert f"{timezone.localtime(alipay.published_at):%Y-%m-%d}" == "2016-02-03"
    headings = [text for _level, _anchor, text in alipay.contents]
    assert headings == ["1、社交化金融", "2、金融理财集成", "3、芝麻信用积分体系", "4、外卖与 O2O"]
    assert alipay.minutes == 5  # our own formula agrees with the page
    assert alipay.attribution


def test_five_are_printed_and_four_are_listed(alipay):
    assert alipay.listing_differs and alipay.imported_replies == 4
    replies = list(alipay.replies.order_by("floor"))
    assert [reply.region for reply in replies] == ["辽宁", "浙江", "北京", "浙江"]
    assert all(reply.imported and reply.author is None for reply in replies)
    numbered = replies[3].body.splitlines()
    assert [line[:2] for line in numbered] == ["1.", "2.", "3.", "4."]
    assert "<ol" not in replies[3].body_html and "<br" in replies[3].body_html


def test_twenty_more_threads_in_six_categories(demo):
    assert Thread.objects.filter(imported_replies=None).count() == 20
    assert list(Category.objects.values_list("slug", flat=True)) == [
        "product", "operations", "design", "fintech", "career", "questions",
    ]  # fmt: skip
    for category in Category.objects.all():
        assert category.description and category.threads.count() >= 3


def test_every_state_a_page_can_show_is_there(demo):
    pinned = Thread.objects.exclude(pinned_at=None).order_by("-pinned_at")
    assert [thread.author_name for thread in pinned] == ["老周", "骑狼的羊"]  # the oldest article is on the first page
    assert Thread.objects.filter(featured_at__isnull=False).count() == 1
    assert Thread.objects.filter(closed_at__isnull=False).count() == 1
    assert Thread.objects.filter(replies_count=0).count() == 1
    assert Thread.objects.filter(replies_count__gt=REPLIES_PER_PAGE).exists()
    assert Thread.objects.filter(views_count__gte=12000).exists()
    assert any(len(title) > 80 for title in Thread.objects.values_list("title", flat=True))
    assert Reply.objects.filter(state=State.HELD).count() == 1
    hidden = Reply.objects.get(state=State.HIDDEN)
    assert Decision.objects.get(reply=hidden, verb="hide").reason == "人身攻击"
    assert Report.objects.filter(outcome=Report.Outcome.OPEN).count() == 1
    assert Sanction.objects.in_force().get().user.username == "小贾"


def test_replies_come_from_many_places_and_answer_each_other(demo):
    regions = set(Reply.objects.values_list("region", flat=True))
    assert len(regions) >= 15 and {"中国香港", "中国台湾", "日本", "美国", "未知"} <= regions
    assert Reply.objects.filter(parent__isnull=False, answering__isnull=True).exists()
    assert Reply.objects.filter(answering__isnull=False).exists()
    for reply in Reply.objects.filter(parent__isnull=False).select_related("parent", "thread"):
        assert reply.parent.parent_id is None and reply.parent.thread_id == reply.thread_id
        assert reply.parent.created_at < reply.created_at and reply.parent_id < reply.pk


def test_floors_follow_time(demo):
    for thread in Thread.objects.all():
        floors = list(thread.replies.order_by("created_at", "id").values_list("floor", flat=True))
        assert floors == list(range(1, thread.floors + 1))


def test_nobody_speaks_tomorrow_or_before_joining(demo):
    now = timezone.now()
    for reply in Reply.objects.select_related("author", "thread"):
        assert reply.thread.published_at < reply.created_at < now, reply
        assert reply.author is None or reply.author.date_joined < reply.created_at, reply
    for thread in Thread.objects.exclude(author=None).select_related("author"):
        assert thread.author.date_joined < thread.published_at < now


def test_the_community_never_looks_deserted(demo):
    days = [(timezone.now() - at).days for at in Thread.objects.values_list("published_at", flat=True)]
    assert sum(age < 14 for age in days) >= 5 and min(days) == 0


def test_making_it_twice_adds_nothing(demo):
    before = [noun.objects.count() for noun in NOUNS]
    assert make() == "0 demo threads written\n"
    assert [noun.objects.count() for noun in NOUNS] == before


def test_what_was_done_to_a_demo_thread_stays(alipay):
    Thread.objects.filter(pk=alipay.pk).update(title="改过的标题", state=State.HIDDEN)
    make()
    assert Thread.objects.count() == 21 and Thread.objects.get(pk=alipay.pk).title == "改过的标题"


def test_its_counters_are_those_of_its_rows(demo):
    assert make("recount") == ""
    assert Thread.objects.get(title__startswith="你接过").replies_count == 57
    assert Reply.objects.filter(likes_count__gt=10).exists()


def test_all_that_is_public_can_be_found_and_nothing_else(demo):
    public = Reply.objects.public().count() + Thread.objects.public().count()
    assert SearchEntry.objects.filter(thread__state=State.PUBLIC).count() == public
    assert not SearchEntry.objects.exclude(reply__state=State.PUBLIC).filter(reply__isnull=False).exists()
    assert not Thread.objects.filter(words=[]).exists()


def test_the_accounts_it_prints_can_sign_in(demo, settings):
    assert settings.DEMO_PASSWORD in demo
    for name in ("admin", "老周", "小林", "阿梅", "小贾"):
        assert name in demo and authenticate(None, username=name, password=settings.DEMO_PASSWORD)
    users = get_user_model().objects
    assert users.get(username="admin").is_superuser
    assert may_moderate(users.get(username="老周")) and not may_moderate(users.get(username="小林"))
    assert not users.get(username="半夏").has_usable_password()


def test_every_text_renders_without_raw_html(demo):
    for thread in Thread.objects.all():
        assert "&lt;" not in thread.body_html and "<script" not in thread.body_html
        assert len(thread.title) <= TITLE_LENGTH
    html = " ".join(Thread.objects.values_list("body_html", flat=True))
    for tag in ("<h2", "<table", "<pre", "<blockquote", "<ol", "<ul", "<strong", "<em", "<code"):
        assert tag in html, tag
    for html in Reply.objects.values_list("body_html", flat=True):
        assert "&lt;" not in html and "<h" not in html and "<ol" not in html


def test_texts_are_long_enough_to_read():
    for text in read_community().threads:
        assert 600 <= len(re.findall(r"[\u4e00-\u9fff]", text.body)) <= 2500, text.file


@pytest.mark.skipif(not SEED.exists(), reason="the seed page lies outside the repository, in ../shared")
def test_no_sentence_of_the_seed_page_is_ours():
    """Traditional or simplified, glosses left out: no run of eight Han characters but the names of things."""
    ours = "".join(_han(part) for text in read_community().threads for part in _parts(text))
    for sentence in re.split(r"[^\u4e00-\u9fff]+", _han_and_marks(SEED.read_text(encoding="utf-8"))):
        shared = [sentence[at : at + 8] for at in range(len(sentence) - 7) if sentence[at : at + 8] in ours]
        assert not [run for run in shared if run not in "支付宝社交化的用意何在芝麻信用积分体系"], sentence


def _parts(text):
    return [text.body, *(reply.body for reply in text.replies)]


def _han_and_marks(page):
    return fold(re.sub(r"\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]+\)", "", page))


def _han(text):
    return re.sub(r"[^\u4e00-\u9fff]+", "。", fold(text))
