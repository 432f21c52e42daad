"""The review matrix at the desk: looked at, tried, switched on."""

import pytest

from accounts.models import User
from forum.actions.replies import post_reply
from forum.models import Assessment, Decision, Origin, ReviewCell, State

pytestmark = pytest.mark.django_db
URL = "/admin/forum/reviewcell/"


@pytest.fixture
def office(client_of):
    return client_of(User.objects.create_superuser("站长", "operator@example.org", "x"))


@pytest.fixture
def reply(mei, make_thread):
    return post_reply(mei, make_thread(), "见 https://example.org", origin=Origin(ip=None))


def test_a_dry_run_tells_what_would_have_changed_and_changes_nothing(office, reply):
    page = office.post(URL, {"links-newcomer": "hold", "step": "look"}).content.decode()
    assert "1 条的结果会不同" in page
    assert "example.org" in page
    assert 'value="save"' in page
    assert not ReviewCell.objects.exists()
    reply.refresh_from_db()
    assert reply.state == State.PUBLIC


def test_older_words_are_tried_by_what_they_show_themselves(office, reply):
    Assessment.objects.all().delete()
    assert "1 条的结果会不同" in office.post(URL, {"links-member": "hold", "step": "look"}).content.decode()


def test_it_is_switched_on_with_a_reason_only(office):
    without = office.post(URL, {"links-newcomer": "hold", "step": "save", "reason": " "})
    assert without.status_code == 422
    assert not ReviewCell.objects.exists()
    assert office.post(URL, {"links-newcomer": "hold", "step": "save", "reason": "广告多"}).status_code == 302
    cell = ReviewCell.objects.get()
    assert (cell.level, cell.signal, cell.outcome) == ("newcomer", "links", "hold")
    assert Decision.objects.get().reason == "广告多"
    assert '<option value="hold" selected>' in office.get(URL).content.decode()


def test_a_shelf_has_its_own(office, make_thread):
    shelf = make_thread().category
    office.post(f"{URL}?category={shelf.pk}", {"links-newcomer": "publish", "step": "save", "reason": "放宽"})
    assert ReviewCell.objects.get().category == shelf
    assert office.get(f"{URL}?category=nowhere").status_code == 200


def test_what_we_suggest_is_filled_in_and_not_yet_in_force(office):
    assert '<option value="hold" selected>' in office.get(f"{URL}?suggested").content.decode()
    assert not ReviewCell.objects.exists()


def test_nonsense_is_said_to_be_so(office):
    assert office.post(URL, {"links-newcomer": "burn", "step": "save", "reason": "x"}).status_code == 422


def test_moderators_without_the_right_do_not_reach_it(client_of, zhou):
    assert client_of(zhou).get(URL).status_code == 403


def test_what_was_published_to_be_looked_at_waits_at_the_desk(client_of, zhou, reply):
    Assessment.objects.filter(reply=reply).update(outcome="look")
    desk = client_of(zhou)
    page = desk.get("/admin/forum/assessment/").content.decode()
    assert "example.org" in page
    assert "链接" in page
    row = Assessment.objects.get(reply=reply)
    assert desk.get(f"/admin/forum/assessment/{row.pk}/change/").status_code == 200
    desk.post(f"/admin/forum/assessment/{row.pk}/verbs/look/", {"said": "yes", "reason": "看过"})
    assert "example.org" not in desk.get("/admin/forum/assessment/").content.decode()
