"""Who has not signed in stores nothing, however the request is made; and comes back to where they were."""

import pytest
from django.test import Client

from forum.models import Favourite, Like, Origin, Reply, Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def raw():
    """A client as bare as curl: no session, no token, and the token is asked for."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def thread(make_thread):
    return make_thread()


@pytest.mark.parametrize("referer", ["", "http://testserver/threads/{pk}/", "https://evil.example/threads/{pk}/"])
def test_a_raw_reply_is_not_stored_and_leads_to_the_box_after_signing_in(raw, thread, referer):
    headers = {"Referer": referer.format(pk=thread.pk)} if referer else {}
    response = raw.post(f"/threads/{thread.pk}/replies/", {"body": "我没登录"}, headers=headers)
    assert response.status_code == 302
    assert response["Location"] == f"/accounts/login/?next=/threads/{thread.pk}/%23write"
    assert not Reply.objects.exists()
    assert Origin.objects.filter(reply__isnull=False).count() == 0


def test_the_page_with_its_place_in_a_long_thread_is_kept(raw, thread):
    page = f"/threads/{thread.pk}/?sort=newest&after=3-4"
    response = raw.post(
        f"/threads/{thread.pk}/replies/", {"body": "x"}, headers={"Referer": f"http://testserver{page}"}
    )
    assert response["Location"] == f"/accounts/login/?next=/threads/{thread.pk}/%3Fsort%3Dnewest%26after%3D3-4%23write"


def test_htmx_is_told_to_leave_the_page(raw, thread):
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver/threads/{thread.pk}/"}
    response = raw.post(f"/threads/{thread.pk}/replies/", {"body": "x"}, headers=headers)
    assert response.status_code == 204
    assert response["HX-Redirect"] == f"/accounts/login/?next=/threads/{thread.pk}/%23write"


def test_signing_in_after_the_gate_leads_to_the_box(raw, thread, mei):
    from tests.cast import PASSWORD

    client = Client()
    there = client.post(f"/threads/{thread.pk}/replies/", {"body": "x"})["Location"]
    form = client.get(there)
    assert f'value="/threads/{thread.pk}/#write"' in form.content.decode()
    answer = {"login": "阿梅", "password": PASSWORD, "next": f"/threads/{thread.pk}/#write"}
    assert client.post("/accounts/login/", answer)["Location"] == f"/threads/{thread.pk}/#write"


@pytest.mark.parametrize("verb", ["favourite", "like", "report", "withdraw"])
def test_no_verb_on_a_thread_works_without_signing_in(raw, thread, verb):
    response = raw.post(f"/threads/{thread.pk}/{verb}/", {"reason": "spam"})
    assert response["Location"] == f"/accounts/login/?next=/threads/{thread.pk}/"
    thread.refresh_from_db()
    assert thread.published_at and thread.state == "public"
    assert not (Favourite.objects.exists() or Like.objects.exists() or Report.objects.exists())


@pytest.mark.parametrize("verb", ["like", "report", "edit", "withdraw"])
def test_no_verb_on_a_reply_works_without_signing_in(raw, thread, make_reply, verb):
    reply = make_reply(thread)
    response = raw.post(f"/replies/{reply.pk}/{verb}/", {"reason": "spam", "body": "改掉"})
    assert response["Location"] == f"/accounts/login/?next=/replies/{reply.pk}/"
    again = Reply.objects.get()
    assert (again.state, again.body, again.likes_count) == (reply.state, reply.body, 0)


def test_a_member_without_a_token_stores_nothing_and_is_told_what_to_do(raw, thread, mei):
    raw.force_login(mei, "accounts.backend.Accounts")
    response = raw.post(f"/threads/{thread.pk}/replies/", {"body": "伪造的"})
    assert response.status_code == 403
    assert "你写的内容仍在输入框里" in response.content.decode()
    assert not Reply.objects.exists()


def test_a_forged_sign_in_is_refused_on_our_own_page(raw, mei):
    response = raw.post("/accounts/login/", {"login": "阿梅", "password": "x"})
    assert response.status_code == 403
    assert "跟帖" in response.content.decode()


def test_a_closed_account_is_a_visitor_from_that_moment(client_of, thread, mei):
    client = client_of(mei)
    mei.is_active = False
    mei.save()
    assert client.post(f"/threads/{thread.pk}/replies/", {"body": "x"}).status_code == 302
    assert not Reply.objects.exists()
