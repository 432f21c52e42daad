"""A newcomer's words without proof of work are read first; nobody else is asked."""

from datetime import timedelta

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.core.cache import cache
from django.utils import timezone

from accounts.proof import is_asked_of
from forum.actions.matrix import save_matrix
from forum.models import Reply, ReviewCell, State, Thread
from tests.cast import make_reply, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def little(settings):
    settings.PROOF_OF_WORK = 1
    cache.clear()


@pytest.fixture
def member():
    """Past newcomer: here for some days, and read."""
    user = make_user("老张", date_joined=timezone.now() - timedelta(days=9))
    for _turn in range(5):
        make_reply(author=user)
    return user


def proof(client):
    challenge = Challenge.from_dict(client.get("/accounts/proof/").json())
    return Payload(challenge, solve_challenge(challenge)).to_base64()


def say(client, thread, body="说得好，我也来说两句。", **more):
    client.post(f"/threads/{thread.pk}/replies/", {"body": body, **more})
    return Reply.objects.filter(body=body).order_by("pk").last()


def test_a_newcomers_reply_with_proof_stands_at_once(client_of, mei, make_thread):
    client = client_of(mei)
    assert say(client, make_thread(), proof=proof(client)).state == State.PUBLIC


def test_without_it_waits_and_says_so(client_of, mei, make_thread):
    client, thread = client_of(mei), make_thread()
    reply = say(client, thread)
    assert reply.state == State.HELD and "proof" in reply.assessment.signals
    assert "版主审核后" in client.get(thread.get_absolute_url()).content.decode()


def test_an_article_is_asked_the_same(client_of, mei, make_thread):
    client, shelf = client_of(mei), make_thread().category_id
    form = {"title": "一篇", "body": "正文", "category": shelf}
    client.post("/threads/write/", form)
    client.post("/threads/write/", form | {"title": "又一篇", "proof": proof(client)})
    assert Thread.objects.get(title="一篇").state == State.HELD
    assert Thread.objects.get(title="又一篇").state == State.PUBLIC


def test_who_signed_up_without_is_read_first_even_with_proof(client_of, mei, make_thread):
    mei.came_unproven = True
    mei.save()
    client = client_of(mei)
    assert say(client, make_thread(), proof=proof(client)).state == State.HELD


@pytest.mark.parametrize("htmx", [True, False])
def test_an_unfit_one_is_told_with_the_words_still_there(client_of, mei, make_thread, htmx):
    client, thread = client_of(mei), make_thread()
    headers = {"HX-Request": "true"} if htmx else {}
    page = client.post(f"/threads/{thread.pk}/replies/", {"body": "写了很久的话", "proof": "x"}, headers=headers)
    assert page.status_code == 422
    assert "没有对上" in page.content.decode() and "写了很久的话" in page.content.decode()
    assert not Reply.objects.filter(body="写了很久的话").exists()


def test_an_article_with_an_unfit_one_is_not_lost_either(client_of, mei, make_thread):
    form = {"title": "一篇", "body": "写了很久的话", "category": make_thread().category_id, "proof": "x"}
    page = client_of(mei).post("/threads/write/", form)
    assert page.status_code == 422
    assert "没有对上" in page.content.decode() and "写了很久的话" in page.content.decode()


def test_members_are_asked_nothing(client_of, member, make_thread):
    client = client_of(member)
    assert client.get("/accounts/proof/").status_code == 204
    assert say(client, make_thread()).state == State.PUBLIC


def test_moderators_are_asked_nothing(client_of, zhou, make_thread):
    assert not is_asked_of(zhou)
    assert say(client_of(zhou), make_thread()).state == State.PUBLIC


def test_the_matrix_may_ask_otherwise(client_of, mei, make_thread, django_user_model):
    office = django_user_model.objects.create_superuser("站长", "operator@example.org", "x")
    save_matrix(office, None, {("newcomer", "proof"): "look"}, reason="先发后看")
    assert say(client_of(mei), make_thread()).state == State.PUBLIC


def test_saving_the_matrix_as_it_is_changes_nothing(client_of, mei, make_thread, django_user_model):
    """Its page begins with what holds where no cell says anything."""
    from forum.forms.matrix import MatrixForm

    form = MatrixForm()
    cells = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items() if name != "reason"}
    form = MatrixForm(cells)
    assert form.is_valid()
    office = django_user_model.objects.create_superuser("站长", "operator@example.org", "x")
    save_matrix(office, None, form.cells, reason="照旧")
    assert ReviewCell.objects.get(level="newcomer", signal="proof").outcome == "hold"
    assert say(client_of(mei), make_thread()).state == State.HELD


def test_switched_off_nothing_is_asked(client_of, mei, make_thread, settings):
    settings.PROOF_OF_WORK = 0
    client, thread = client_of(mei), make_thread()
    assert say(client, thread).state == State.PUBLIC
    assert 'name="proof"' not in client.get(thread.get_absolute_url()).content.decode()


def test_no_page_carries_work(client, client_of, mei, make_thread):
    """Neither the visitor's, which is kept, nor the one members share."""
    address = make_thread().get_absolute_url()
    assert "proof" not in client.get(address).content.decode()
    assert 'name="proof" value=""' in client_of(mei).get(address).content.decode()


def test_an_edit_is_asked_nothing(client_of, mei, make_thread):
    client = client_of(mei)
    reply = say(client, make_thread(), proof=proof(client))
    client.post(f"/replies/{reply.pk}/edit/", {"body": "改了一个字。"})
    reply.refresh_from_db()
    assert (reply.state, reply.body) == (State.PUBLIC, "改了一个字。")
