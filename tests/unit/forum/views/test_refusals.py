"""What is refused is not lost, and nobody is invited through a closed door."""

from datetime import timedelta

from django.urls import reverse

from forum import limits
from forum.actions.moderation import close_thread
from forum.models import Reply

WORDS = "改了很久的\n<b>一段话</b>"


def test_an_edit_that_comes_too_late_gives_the_words_back(client_of, mei, make_reply):
    reply = make_reply(author=mei)
    Reply.objects.update(created_at=reply.created_at - limits.REPLY_EDIT_WINDOW - timedelta(minutes=1))
    answer = client_of(mei).post(reverse("edit-reply", args=[reply.pk]), {"body": WORDS})
    assert answer.status_code == 403
    assert "改了很久的\n&lt;b&gt;一段话&lt;/b&gt;</textarea>" in answer.content.decode()


def test_a_reply_to_a_thread_closed_meanwhile_gives_the_words_back(client_of, mei, zhou, make_thread):
    thread = make_thread()
    close_thread(zhou, thread, reason="跑题")
    answer = client_of(mei).post(reverse("post-reply", args=[thread.pk]), {"body": WORDS})
    assert answer.status_code == 403 and "改了很久的" in answer.content.decode()


def test_a_visitor_of_a_closed_thread_is_not_invited_to_sign_in_for_a_reply(visitor, zhou, make_thread):
    thread = make_thread()
    assert "评论请登录" in visitor.get(thread.get_absolute_url()).content.decode()
    close_thread(zhou, thread, reason="跑题")
    page = visitor.get(thread.get_absolute_url()).content.decode()
    assert "评论请登录" not in page and "评论已关闭" in page
