"""One rule says who sees what; it composes, so it is tested once."""

import pytest
from django.contrib.auth.models import AnonymousUser

from forum.models import Reply, State, Thread


@pytest.fixture
def people(lin, mei, zhou):
    return {"visitor": AnonymousUser(), "author": lin, "reader": mei, "moderator": zhou}


SEEN = {  # state → who reads it
    State.DRAFT: {"author"},
    State.HELD: {"author", "moderator"},
    State.PUBLIC: {"visitor", "author", "reader", "moderator"},
    State.HIDDEN: {"author", "moderator"},
    State.WITHDRAWN: {"moderator"},
}


@pytest.mark.parametrize("state", State)
def test_who_sees_a_thread(people, lin, make_thread, state):
    thread = make_thread(author=lin)
    Thread.objects.filter(pk=thread.pk).update(state=state)
    seen = {name for name, person in people.items() if Thread.objects.visible_to(person).exists()}
    assert seen == SEEN[state]


@pytest.mark.parametrize("state", [state for state in State if state != State.DRAFT])
def test_who_sees_a_reply(people, lin, mei, make_thread, make_reply, state):
    reply = make_reply(thread=make_thread(author=mei), author=lin)
    Reply.objects.filter(pk=reply.pk).update(state=state)
    seen = {name for name, person in people.items() if Reply.objects.visible_to(person).exists()}
    assert seen == SEEN[state]


def test_a_reply_is_visible_only_in_a_visible_thread(people, lin, mei, make_thread, make_reply):
    reply = make_reply(thread=make_thread(author=lin), author=mei)
    Thread.objects.filter(pk=reply.thread_id).update(state=State.HIDDEN)
    seen = {name for name, person in people.items() if Reply.objects.visible_to(person).exists()}
    assert seen == {"author", "moderator"}


@pytest.mark.parametrize("state", [State.HIDDEN, State.WITHDRAWN])
def test_a_shell_stays_where_public_answers_hang(lin, mei, make_thread, make_reply, state):
    thread = make_thread(author=lin)
    top = make_reply(thread=thread, author=mei)
    answer = make_reply(thread=thread, author=lin, parent=top)
    alone = make_reply(thread=thread, author=mei)
    Reply.objects.filter(pk__in=[top.pk, alone.pk]).update(state=state)
    rows = {row.pk: row.is_shell for row in thread.replies.on_page(AnonymousUser())}
    assert rows == {top.pk: True, answer.pk: False}
