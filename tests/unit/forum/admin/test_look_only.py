"""Nothing can be saved round the verbs, however it is asked, not even by the operator."""

import pytest

from accounts.models import User
from forum.actions import moderation, people
from forum.actions.reports import report
from forum.models import Decision, Report, Sanction, State

FORGED = {
    "state": "public", "title": "改过", "body": "改过", "username": "改过", "reason": "改过", "outcome": "dismissed",
    "is_superuser": "on", "verb": "approve", "post": "yes", "_save": "1",
}  # fmt: skip


@pytest.fixture
def operator(db):
    return User.objects.create_superuser("站长", "operator@example.org", "x")


@pytest.fixture
def things(zhou, mei, make_reply):
    """One of every noun that changes by verbs only."""
    reply = make_reply()
    complaint = report(mei, reply, reason=Report.Reason.SPAM)
    moderation.hide(zhou, reply, reason="广告")
    sanction = people.mute(zhou, mei, days=3, reason="刷屏")
    return [reply.thread, reply, complaint, Decision.objects.first(), sanction, mei]


def base(thing):
    return f"/admin/{thing._meta.app_label}/{thing._meta.model_name}/"


def rows():
    nouns = [Decision, Report, Sanction, User]
    return [list(noun.objects.order_by("pk").values()) for noun in nouns]


def test_forged_forms_change_nothing(operator, things, client_of):
    browser = client_of(operator)
    browser.get("/admin/")  # whatever signing in writes has been written
    before = rows()
    for thing in things:
        for door in ("add/", f"{thing.pk}/change/", f"{thing.pk}/delete/"):
            answer = browser.post(base(thing) + door, FORGED)
            assert answer.status_code == 403, base(thing) + door
        assert browser.get(base(thing) + "add/").status_code == 403
        assert browser.get(f"{base(thing)}{thing.pk}/delete/").status_code == 403
    assert rows() == before
    things[1].refresh_from_db()
    assert (things[1].state, things[1].body) == (State.HIDDEN, "说得好，不过我有一点不同意见。")


@pytest.mark.parametrize(
    "forged", [{"_save": "1", "form-0-state": "public"}, {"action": "delete_selected", "post": "yes"}]
)
def test_forged_lists_change_nothing(operator, things, client_of, forged):
    browser = client_of(operator)
    for thing in things:
        total = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": thing.pk}
        answer = browser.post(base(thing), {"_selected_action": thing.pk, "index": "0", **total, **forged})
        assert answer.status_code in {200, 302}
        assert type(thing).objects.filter(pk=thing.pk).exists()
    things[1].refresh_from_db()
    assert things[1].state == State.HIDDEN


def test_a_thing_that_is_not_there_is_said_plainly(zhou, client_of):
    answer = client_of(zhou).get("/admin/forum/reply/999/change/")
    assert answer.status_code == 302
    assert client_of(zhou).get("/admin/forum/reply/nonsense/change/").status_code == 302
    assert client_of(zhou).get("/admin/forum/reply/999/verbs/hide/").status_code == 404


def test_every_thing_has_a_page_and_its_history_is_there(zhou, things, client_of):
    browser = client_of(zhou)
    for thing in things:
        page = f"{base(thing)}{thing.pk}/change/"
        assert browser.get(page).status_code == 200
        assert browser.get(f"{base(thing)}{thing.pk}/history/").headers["Location"] == page


def test_the_page_of_a_reply_shows_the_words_the_reports_and_the_decisions(zhou, things, client_of):
    page = client_of(zhou).get(f"{base(things[1])}{things[1].pk}/change/").content.decode()
    for words in ("说得好", "垃圾广告", "已隐藏", "恢复"):
        assert words in page


def test_lists_are_not_asked_for_passwords_addresses_or_mail(operator, client_of, make_reply):
    make_reply()
    for asked in ("password__startswith=md5", "email__contains=example"):
        assert client_of(operator).get(f"/admin/accounts/user/?{asked}").status_code == 400
    for asked in ("origin__ip=61.139.2.69", "author__email__contains=example", "body__contains=说"):
        assert client_of(operator).get(f"/admin/forum/reply/?{asked}").status_code == 400


def test_drafts_are_their_authors_own(zhou, client_of, make_thread):
    draft = make_thread(title="还没写完", state=State.DRAFT)
    browser = client_of(zhou)
    assert "还没写完" not in browser.get("/admin/forum/thread/").content.decode()
    assert browser.get(f"/admin/forum/thread/{draft.pk}/change/").status_code == 302
