"""一键防护 at the door: one press, a page that says what it closes, and strangers told plainly with nothing lost."""

import pytest

from forum.actions.reports import report
from forum.actions.shelters import take_shelter
from forum.models import Reply, Report, Shelter

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def thread(lin, make_thread):
    return make_thread(lin)


def test_one_press_takes_it_and_one_leaves_it(client_of, lin):
    browser = client_of(lin)
    page = browser.get(lin.get_absolute_url()).content.decode()
    assert 'action="/shelter/"' in page and "一键防护 7 天" in page
    answer = browser.post("/shelter/", {"days": "7"}, follow=True).content.decode()
    assert "防护已开启" in answer and "防护中，至" in answer
    assert "防护中，至" in browser.get(lin.get_absolute_url()).content.decode()
    answer = browser.post("/shelter/", {"leave": "yes"}, follow=True).content.decode()
    assert "防护已结束" in answer and "防护中，至" not in answer
    assert not Shelter.objects.in_force().exists()


def test_reading_takes_nothing_and_nobody_else_is_shown_it(client_of, lin, mei):
    take_shelter(lin, days=7)
    assert "防护中" not in client_of(mei).get(lin.get_absolute_url()).content.decode()
    client_of(mei).get("/shelter/?days=7")
    assert Shelter.objects.count() == 1


@pytest.mark.parametrize("days", ["", "2", "x", "-7", "9" * 30])
def test_other_lengths_are_answered_with_the_page(client_of, lin, days):
    answer = client_of(lin).post("/shelter/", {"days": days})
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()
    assert not Shelter.objects.exists()


def test_a_stranger_reads_the_sentence_where_the_form_was(client_of, lin, mei, thread):
    assert "<textarea" in client_of(mei).get(f"/threads/{thread.pk}/").content.decode()
    take_shelter(lin, days=7)
    page = client_of(mei).get(f"/threads/{thread.pk}/").content.decode()
    assert "<textarea" not in page and "只有小林回复过的人" in page


@pytest.mark.parametrize("how", [{}, HTMX])
def test_what_a_stranger_sends_is_refused_and_comes_back(client_of, lin, mei, thread, how):
    take_shelter(lin, days=7)
    answer = client_of(mei).post(f"/threads/{thread.pk}/replies/", {"body": "写了很久的话"}, **how)
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "只有小林回复过的人" in page
    assert how or "写了很久的话" in page, "with scripts the form stays as it is"
    assert not Reply.objects.exists()


def test_who_is_sheltered_sees_so_in_their_discussions(client_of, lin, thread):
    take_shelter(lin, days=7)
    page = client_of(lin).get(f"/threads/{thread.pk}/").content.decode()
    assert "防护中，至" in page and 'href="/shelter/"' in page


def test_the_form_of_a_report_leads_there(client_of, mei, thread):
    assert 'href="/shelter/"' in client_of(mei).get(f"/threads/{thread.pk}/report/").content.decode()


def test_bullying_goes_first_with_a_mark_and_a_way_to_protect(client_of, zhou, lin, mei, thread, make_reply):
    often, once = make_reply(thread, mei), make_reply(thread, mei, body="大家都来骂他")
    for reader in (lin, zhou):
        report(reader, often, reason=Report.Reason.SPAM)
    report(lin, once, reason=Report.Reason.BULLYING)
    desk = client_of(zhou)
    cases = desk.get("/admin/forum/report/waiting/").context["cases"]
    assert [case.card.pk for case in cases] == [once.pk, often.pk]
    assert [case.is_urgent for case in cases] == [True, False]
    desk.post("/admin/forum/claim/take/")
    answer = desk.get("/admin/forum/claim/")
    assert [item.attacked for item in answer.context["items"]] == [lin, None]
    page = answer.content.decode()
    assert page.count("优先：可能有人正在受伤害") == 1
    door = f"/admin/accounts/user/{lin.pk}/verbs/shelter/"
    assert door in page
    assert "被多人围攻" in desk.get(door).content.decode()
    said = {"said": "yes", "days": "3", "usual": "被多人围攻", "next": "/admin/forum/claim/"}
    assert desk.post(door, said).status_code == 302
    given = Shelter.objects.get()
    assert (given.user, given.moderator, given.reason) == (lin, zhou, "被多人围攻")
    assert "防护中，至" in desk.get(f"/admin/accounts/user/{lin.pk}/change/").content.decode()
    assert "被多人围攻" in client_of(lin).get("/shelter/").content.decode()
