"""Forms no page of ours would send: an answer in words, never a fault of the server."""

import pytest

from forum.models import Decision, Reply, State

pytestmark = pytest.mark.django_db
DOORS = [
    "forum/thread",
    "forum/reply",
    "forum/category",
    "forum/tag",
    "forum/blockedword",
    "auth/group",
    "accounts/user",
]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("action", ["hide", "mute", "delete_selected"])
def test_chosen_rows_that_are_no_numbers_are_not_asked_for(client_of, make_reply, django_user_model, door, action):
    reply = make_reply()
    operator = django_user_model.objects.create_superuser("站长", "operator@example.org", "x")
    for chosen in ("abc", "\0", "9" * 30, "-1", ""):
        answer = client_of(operator).post(f"/admin/{door}/", {"action": action, "_selected_action": chosen})
        assert answer.status_code < 500, chosen
    reply.refresh_from_db()
    assert reply.state == State.PUBLIC
    assert not Decision.objects.exists()


@pytest.mark.parametrize("body", ["\u200b\u200d", "\u3164", "\u2060 \u3000\n", "\u0301"])
def test_a_reply_nobody_can_see_is_blank(client_of, mei, make_thread, body):
    answer = client_of(mei).post(f"/threads/{make_thread().pk}/replies/", {"body": body})
    assert answer.status_code == 422
    assert "请先写点什么" in answer.text
    assert not Reply.objects.exists()


@pytest.mark.parametrize("body", ["👍", "❤️", "👨‍👩‍👧", "1", "？"])
def test_one_sign_is_a_reply(client_of, mei, make_thread, body):
    answer = client_of(mei).post(f"/threads/{make_thread().pk}/replies/", {"body": body})
    assert answer.status_code == 302
    assert Reply.objects.get().body == body
