"""The cast is who the tests take them for."""

from forum.models import State
from forum.rules import may_moderate, may_speak


def test_zhou_moderates_and_the_others_do_not(zhou, mei, lin):
    assert may_moderate(zhou)
    assert not may_moderate(mei)
    assert not may_moderate(lin)


def test_jia_is_muted(jia):
    assert "刷屏" in may_speak(jia).reason


def test_a_made_thread_is_public_and_knows_its_province(make_thread, lin):
    thread = make_thread()
    assert (thread.state, thread.author, thread.region) == (State.PUBLIC, lin, "四川")


def test_made_replies_are_counted_and_numbered(make_thread, make_reply, mei):
    thread = make_thread()
    replies = [make_reply(thread, mei) for _ in range(9)]
    make_reply(thread, mei, state=State.HIDDEN)
    thread.refresh_from_db()
    assert [reply.floor for reply in replies] == list(range(1, 10))
    assert thread.replies_count == 9


def test_columns_go_straight_into_the_row(make_thread):
    assert make_thread(views_count=9579).views_count == 9579


def test_a_signed_in_client_is_known(client_of, mei):
    assert client_of(mei).get("/healthz").wsgi_request.user == mei
