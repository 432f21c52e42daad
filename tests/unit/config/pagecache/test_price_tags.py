"""What pages cost in questions to the database, and that it does not grow with what they hold."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum import limits
from forum.actions.marks import set_favourite, set_like
from forum.actions.people import mute
from forum.actions.replies import withdraw_reply
from forum.actions.shelters import take_shelter
from forum.models import Reply
from tests import cast
from tests.unit.config.pagecache.stack import cookies_of


def questions(ask):
    """How many queries this takes."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        ask()
    return len([query for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))])


@pytest.fixture
def thread_of(make_thread, make_reply):
    """A thread with so many replies, written as rows."""

    def make(number):
        thread = make_thread(title=f"{number}条")
        first = make_reply(thread)
        rows = [
            Reply(thread=thread, author=first.author, floor=floor, body="话", body_html="话", region="浙江")
            for floor in range(2, number + 1)
        ]
        Reply.objects.bulk_create(rows)
        return thread

    return make


@pytest.fixture
def member(client_of, mei):
    return cookies_of(client_of(mei))


def test_a_members_page_costs_six_queries_at_most_whatever_it_holds(stack, thread_of, member):
    few, many = thread_of(3), thread_of(50)
    stack.get("/", member)  # who she is is known by now
    for thread in (few, many):
        assert questions(lambda path=f"/threads/{thread.pk}/": stack.get(path, member)) <= 6


def test_one_who_takes_part_gets_a_page_of_her_own_for_the_same_price(stack, mei, make_reply, thread_of, member):
    paid = []
    for thread in (thread_of(2), thread_of(49)):
        make_reply(thread, mei)
        stack.get(f"/threads/{thread.pk}/", member)
        paid.append(questions(lambda path=f"/threads/{thread.pk}/": stack.get(path, member)))
    assert paid[0] == paid[1] <= 6


def test_a_late_page_costs_what_an_early_one_does(stack, thread_of, member):
    thread = thread_of(4 * limits.REPLIES_PER_PAGE)
    ids = list(thread.replies.order_by("id").values_list("id", flat=True))
    stack.get("/", member)
    pages = ["", *(f"?after={ids[place - 1]}-{ids[place - 1]}" for place in (50, 150))]
    paid = [questions(lambda path=f"/threads/{thread.pk}/{page}": stack.fresh(path, member)) for page in pages]
    assert paid[0] == paid[1] == paid[2]


def test_a_visitors_page_in_memory_costs_nothing(stack, thread_of):
    path = f"/threads/{thread_of(20).pk}/"
    stack.get(path)
    assert questions(lambda: stack.get(path)) == 0


def test_reading_signed_in_costs_three_queries_more_at_most(stack, thread_of, member):
    thread = thread_of(20)
    path = f"/threads/{thread.pk}/"
    stack.get(path), stack.get(path, member)
    stack.hear(f"thread-{thread.pk}")
    visitor = questions(lambda: stack.get(path))
    stack.hear(f"thread-{thread.pk}")
    assert questions(lambda: stack.get(path, member)) <= visitor + 3


def test_a_posted_reply_costs_twelve_questions_at_most_whatever_was_said_before(
    stack, mei, make_reply, thread_of, member
):
    paid = []
    for thread in (thread_of(2), thread_of(49)):
        stack.post(f"/threads/{thread.pk}/replies/", member, body="先说一句")  # what is remembered is known by now
        stack.hear(f"person-{mei.pk}")
        path = f"/threads/{thread.pk}/replies/"
        paid.append(questions(lambda path=path: stack.post(path, member, body="再说一句别的")))
        assert thread.replies.filter(author=mei).count() == 2
    assert paid[0] == paid[1] <= 12


def test_a_list_in_memory_costs_a_member_nothing_and_is_forgotten_with_what_it_lists(
    stack, mei, lin, member, make_reply
):
    make_reply(body="最新的一句")
    for path in ("/", "/?sort=latest&page=1"):
        stack.get(path, member)
        assert questions(lambda path=path: stack.get(path, member)) == 0
        assert "最新的一句" in stack.get(path, member).body
    withdraw_reply(lin, Reply.objects.get())
    assert "最新的一句" not in stack.get("/", member).body


def test_a_list_nobody_would_ask_for_is_not_remembered(stack, member, make_thread):
    make_thread()
    for page in ("eins", "99999", "-1", "%EF%BC%91"):
        stack.get(f"/?page={page}", member)
        assert questions(lambda page=page: stack.get(f"/?page={page}", member)) > 0


def test_what_is_ones_own_is_laid_into_the_shared_page(stack, thread_of, mei, member):
    thread = thread_of(5)
    path = f"/threads/{thread.pk}/"
    assert 'aria-pressed="true"' not in main(stack.get(path, member))
    second = thread.replies.order_by("id")[1]
    set_like(mei, second, liked=True), set_like(mei, thread, liked=True), set_favourite(mei, thread, favourited=True)
    shared, own = stack.get(path, member), stack.fresh(path, member)
    assert main(shared).count('aria-pressed="true"') == main(own).count('aria-pressed="true"') == 3
    assert f'formaction="/replies/{second.pk}/like/" name="liked" value="no"' in shared.body


def test_two_members_share_no_token_and_no_name(stack, thread_of, member, client_of, lin):
    thread = thread_of(2)
    zoe = cookies_of(client_of(cast.make_user("卓伊")))
    one, other = (stack.get(f"/threads/{thread.pk}/", cookies).body for cookies in (member, zoe))
    assert "阿梅" in one and "卓伊" not in one
    assert "卓伊" in other and "阿梅" not in other
    assert not set(tokens(one)) & set(tokens(other))


def test_a_muted_member_is_told_so_at_once(stack, thread_of, member, mei, zhou):
    path = f"/threads/{thread_of(2).pk}/"
    assert "<textarea" in stack.get(path, member).body
    mute(zhou, mei, days=3, reason="刷屏")
    assert "刷屏" in stack.get(path, member).body


def test_a_stranger_is_told_so_at_once_when_the_author_takes_shelter(stack, thread_of, member, lin):
    path = f"/threads/{thread_of(2).pk}/"
    assert "<textarea" in stack.get(path, member).body
    take_shelter(lin, days=7)
    stack.hear("shelters")
    assert "只有小林关注或回复过的人" in stack.get(path, member).body
    assert "关注或回复过的人" not in stack.get(path).body, "visitors are asked to sign in, as always"


def test_whoever_has_just_written_reads_from_the_database(stack, thread_of, member):
    path = f"/threads/{thread_of(2).pk}/"
    stack.get(path)
    assert questions(lambda: stack.get(path, "wrote=1")) > 0
    assert questions(lambda: stack.get(path)) == 0


def main(answer):
    """The page without its frame, where the lighting is a pressed button too."""
    return answer.body.partition("<main")[2].partition("</main>")[0]


def tokens(body):
    return re.findall(r'name="(?:csrfmiddlewaretoken|key)"[^>]*value="([^"]+)"', body)
