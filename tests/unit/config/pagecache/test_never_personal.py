"""No byte of a member's page reaches a visitor: every address is asked as a member first, then as a visitor."""

import re
from collections import Counter
from html import unescape
from urllib.parse import unquote, urljoin

import pytest

from forum.actions.marks import set_favourite, set_like
from forum.models import State
from tests.unit.config.pagecache.stack import HOST, cookies_of

SECRET = "只给自己看的话"


@pytest.fixture
def community(lin, make_thread, make_reply):
    """Some threads, tags, nested replies, a second page."""
    for number in range(3):
        thread = make_thread(title=f"第{number}篇", tags=["支付", "增长"])
        first = make_reply(thread, lin, "先说一句。")
        make_reply(thread, lin, "再接一句。", parent=first)
    for number in range(52):
        make_reply(thread, lin, f"第{number}条。")
    return thread


@pytest.fixture
def diver(community, mei, make_reply):
    """A member with a favourite, likes, and words that only she sees."""
    set_favourite(mei, community, favourited=True)
    set_like(mei, community, liked=True)
    set_like(mei, community.replies.first(), liked=True)
    make_reply(community, mei, SECRET, state=State.HELD)
    return mei


def links(body, path):
    """Every address of ours that a page, a feed or a sitemap names."""
    for address in re.findall(r'href="([^"]+)"|<loc>([^<]+)</loc>|<link>([^<]+)</link>', body):
        address = unescape("".join(address)).partition("#")[0].replace(f"http://{HOST}", "")
        if address.startswith(("/", "?")):
            address = urljoin(path, address)
            if not address.startswith(("/static/", "/media/", "/admin/")):
                yield unquote(address) if "?" not in address else address


def shape(path):
    """The address without its numbers and names: /threads/N/?sort=hot."""
    path = re.sub(r"next=[^&]*", "next", path)
    return re.sub(r"\d+(-\d+)*|(?<=/people/)[^/]+|(?<=/tags/)[^/]+", "N", path)


def told(answer):
    """The words; a feed without entries says when it was asked."""
    return answer.body if "<entry>" in answer.body else re.sub("<updated>.*?</updated>", "", answer.body)


def test_nothing_of_a_member_reaches_a_visitor(stack, client_of, diver):
    member = cookies_of(client_of(diver))
    waiting, seen, shown = ["/", "/sitemap.xml", "/robots.txt", "/feeds/latest/", "/favourites/"], Counter(), 0
    while waiting:
        path = waiting.pop()
        if seen[shape(path)] == 2:  # of every kind of address two: fifty replies are alike
            continue
        seen[shape(path)] += 1
        theirs = stack.get(path, member)
        waiting += links(theirs.body, path)
        answer, again, anew = stack.get(path), stack.get(path), stack.fresh(path)
        waiting += links(answer.body, path)
        if answer.status.startswith("200") and path.startswith("/accounts/") is False:
            shown += 1
            assert told(answer) == told(again) == told(anew), path
        assert SECRET not in answer.body, path
        assert "csrfmiddlewaretoken" not in answer.body or path.startswith("/accounts/"), path
        assert 'class="menu__name"' not in answer.body, path
        if not path.startswith("/accounts/"):
            assert "Set-Cookie" not in dict(answer.headers), path
        if theirs.status.startswith("200") and "text/html" in str(theirs.headers):
            assert f'class="menu__name">{diver.username}' in theirs.body, path
    assert shown > 20  # the crawl did go round the site


def test_a_member_is_not_given_the_visitors_page(stack, client_of, diver, community):
    path = f"/threads/{community.pk}/"
    stack.get(path)
    assert diver.username in stack.get(path, cookies_of(client_of(diver))).body


@pytest.mark.parametrize("member", [False, True])
def test_each_reader_has_the_page_in_the_display_they_chose(stack, client_of, diver, community, member):
    signed_in = cookies_of(client_of(diver)) if member else "a=b"
    choices = [
        "",
        "theme=dark",
        "lang=en",
        "lang=zh-hant",
        "script=tw",
        "script=hans; theme=light",
        "lang=en; script=hk",
    ]
    for path in ("/", f"/threads/{community.pk}/"):
        for chosen in (*choices, *reversed(choices)):
            cookies = f"{signed_in}; {chosen}"
            assert bare(stack.get(path, cookies)) == bare(stack.fresh(path, cookies)), (path, chosen)


def bare(answer):
    """The words without tokens."""
    return re.sub(r'value="[0-9a-zA-Z-]{32,}"|X-CSRFToken": "\w+', "", answer.body)
