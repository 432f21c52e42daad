"""The whole way: a moderator hides, readers no longer see it anywhere, its author is told why, and it can come back."""

import pytest

from forum.actions import moderation
from forum.models import Decision

WORDS = "加微信领内部资料"


@pytest.fixture
def desk(zhou, client_of):
    return client_of(zhou)


def test_a_hidden_reply_is_gone_for_readers_and_greyed_for_its_author(
    desk, visitor, mei, lin, client_of, make_thread, make_reply
):
    thread = make_thread(author=lin)
    make_reply(thread, lin, body="留下来的一条")
    reply = make_reply(thread, mei, body=WORDS)
    page, person = f"/threads/{thread.pk}/", "/people/阿梅/?replies"
    for path in (page, person):
        assert WORDS in visitor.get(path).content.decode()

    desk.post(f"/admin/forum/reply/{reply.pk}/verbs/hide/", {"said": "yes", "usual": "垃圾广告", "reason": "到处发"})

    for browser in (visitor, client_of(lin)):
        for path in (page, person, "/"):
            assert WORDS not in browser.get(path).content.decode(), path
        assert browser.get(f"/replies/{reply.pk}/").status_code == 404
    thread.refresh_from_db()
    assert thread.replies_count == 1
    own = client_of(mei).get(page).content.decode()
    assert WORDS in own
    assert "垃圾广告：到处发" in own
    assert WORDS in desk.get(page).content.decode()

    desk.post(f"/admin/forum/reply/{reply.pk}/verbs/restore/", {"said": "yes", "reason": "误隐藏"})
    assert WORDS in visitor.get(page).content.decode()
    thread.refresh_from_db()
    assert thread.replies_count == 2
    assert list(Decision.objects.order_by("pk").values_list("verb", flat=True)) == ["hide", "restore"]


def test_a_hidden_thread_is_gone_from_page_lists_and_person(desk, visitor, lin, client_of, make_thread, make_reply):
    thread = make_thread(lin, title="转载未注明出处的文章", tags=["增长"])
    make_reply(thread, body=WORDS)
    lists = ["/", "/?sort=latest", "/?sort=hot", "/categories/product/", "/tags/增长/", "/people/小林/"]
    for path in lists:
        assert thread.title in visitor.get(path).content.decode(), path

    desk.post(f"/admin/forum/thread/{thread.pk}/verbs/hide/", {"said": "yes", "reason": "转载未注明"})

    for path in lists:
        assert thread.title not in visitor.get(path).content.decode(), path
    assert visitor.get(f"/threads/{thread.pk}/").status_code == 404
    assert WORDS not in visitor.get("/people/小林/?replies").content.decode()
    assert client_of(lin).get(f"/threads/{thread.pk}/").status_code == 200

    desk.post(f"/admin/forum/thread/{thread.pk}/verbs/restore/", {"said": "yes", "reason": "已补上"})
    assert visitor.get(f"/threads/{thread.pk}/").status_code == 200


def test_a_hidden_reply_with_answers_leaves_a_shell_without_its_words(zhou, visitor, mei, lin, make_thread, make_reply):
    thread = make_thread()
    reply = make_reply(thread, mei, body=WORDS)
    make_reply(thread, lin, body="请别发广告", parent=reply)
    moderation.hide(zhou, reply, reason="垃圾广告")
    page = visitor.get(f"/threads/{thread.pk}/").content.decode()
    assert "请别发广告" in page
    assert WORDS not in page
    assert "垃圾广告" not in page
