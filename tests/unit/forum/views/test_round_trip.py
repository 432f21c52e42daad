"""The whole demo community, and the real page everything was built for, into each script and back.

Code, links, names and quotations are the same bytes wherever the journey leads. Where the real page is not on this
machine, its test says so and the community travels alone.
"""

import os
import re
from html import escape, unescape
from itertools import permutations
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from forum.actions.importing import host_page
from forum.chinese import SCRIPTS, converted_html, converted_text
from forum.demo import read_community
from forum.importing import read_page
from forum.markup import render, render_reply
from forum.models import Reply, Thread
from tests.cast import make_offices

SEED = Path(os.environ.get("SHARED_DIR", Path(__file__).parents[5] / "shared")) / "seed" / "article-page.txt"
ABSENT = "the seed page (../shared/seed/article-page.txt) is not on this machine"
CONVERTED = [script for script in SCRIPTS if script != "original"]
KEPT = re.compile(
    r"<(a|blockquote|pre|code|span)\b[^>]*>.*?</\1>|[@＠][\w-]{1,20}|(?:https?://|mailto:)[!-~]+", re.DOTALL
)
TAGS = re.compile("<[^>]*>")


def bare(html):
    """Without the one thing a conversion adds: the language of a quotation, which stays as it was."""
    return re.sub(r'<blockquote lang="zh[\w-]*">', "<blockquote>", html)


def kept(html):
    """What may not change."""
    return [found[0] for found in KEPT.finditer(bare(html))]


def assert_same(html, travelled):
    assert kept(travelled) == kept(html)
    assert TAGS.findall(bare(travelled)) == TAGS.findall(bare(html))


def travel(html, journey):
    for script in journey:
        html = converted_html(html, script)
    return html


@pytest.fixture(scope="module")
def community(django_db_setup, django_db_blocker):
    """Made once for all tests here, which only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_offices()
        call_command("demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def seed(community, db):
    if not SEED.exists():
        pytest.skip(ABSENT)
    raw = SEED.read_bytes()
    return host_page(None, read_page(raw), raw, SEED.name)[0]


def written(**which):
    """Every stored HTML: of articles and of replies."""
    yield from Thread.objects.filter(**which).values_list("body_html", flat=True)
    yield from Reply.objects.filter(**{f"thread__{name}": value for name, value in which.items()}).values_list(
        "body_html", flat=True
    )


def texts(**which):
    for thread in Thread.objects.filter(**which):
        yield from (thread.title, thread.excerpt)


def assert_round_trips(**which):
    there = list(written(**which))
    assert any(kept(html) for html in there) or which
    for html in there:
        for journey in permutations(CONVERTED):
            assert_same(html, travel(html, journey))
        assert converted_html(html, "original") == html
    for text in texts(**which):
        for script in CONVERTED:
            assert kept(escape(converted_text(text, script))) == kept(escape(text))


def test_the_whole_community_keeps_code_links_names_and_quotations(community, db):
    assert_round_trips()


def test_the_seed_page_does_so_too(seed):
    assert_round_trips(pk=seed.pk)


def assert_comes_back(**which):
    """What was simplified and is read in Hong Kong's characters is the same again; Taiwan's words are its own."""
    for html in written(**which):
        words = unescape(TAGS.sub("", html))
        if converted_text(words, "hans") == words:
            back = unescape(TAGS.sub("", travel(html, ["hk", "hans"])))
            assert len(back) == len(words)
            strays = [(one, other) for one, other in zip(words, back, strict=True) if one != other]
            assert len(strays) <= 1 and all(other.encode("gb2312") for _one, other in strays), strays  # 想象 or 想像


def test_simplified_words_come_back_from_hong_kong(community, db):
    assert_comes_back()


def test_the_seed_page_comes_back_too(seed):
    assert_comes_back(pk=seed.pk)


@pytest.mark.parametrize("script", CONVERTED)
def test_pages_show_names_code_links_and_quotations_as_they_are(community, db, visitor, script):
    for thread in Thread.objects.public().select_related("author"):
        page = visitor.get(f"{thread.get_absolute_url()}?script={script}").content.decode()
        assert escape(thread.author_name) in page
        replies = list(Reply.objects.public().filter(thread=thread).select_related("author").order_by("floor")[:5])
        for reply in replies:
            assert escape(str(reply.author_name)) in page or not reply.author
        shown = bare(page)
        assert all(part in shown for part in kept(thread.body_html))
        back = visitor.get(f"{thread.get_absolute_url()}?script=original").content.decode()
        assert thread.body_html in back and all(reply.body_html in back for reply in replies)


def pieces():
    """Paragraphs of the community's own articles and replies, and shapes to lay words of theirs into."""
    told = read_community().threads
    bodies = [text for thread in told for text in (thread.body, *(reply.body for reply in thread.replies))]
    return sorted({part for body in bodies for part in body.split("\n\n") if 0 < len(part) < 200})


SHAPES = [
    "{}",
    "**{}**",
    "`{}`",
    "\n\n> {}\n\n",
    "[{}](https://a.cn/后台?q=里)",
    " https://a.cn/{} ",
    "-{{{}}}-",
    "@{}，",
]
PIECES = st.lists(st.tuples(st.sampled_from(SHAPES), st.sampled_from(pieces())), min_size=1, max_size=5)


@given(PIECES, st.permutations(SCRIPTS))
def test_whatever_they_might_have_written_does_so(parts, journey):
    source = "".join(shape.format(words.replace("\n", " ") if shape != "{}" else words) for shape, words in parts)
    for html in (render(source), render_reply(source)):
        assert_same(html, travel(html, journey))
