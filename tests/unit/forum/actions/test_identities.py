"""Where replying needs a confirmed identity; and staff who look one up."""

import pytest

from accounts.identity import confirm, forget
from forum.actions.looks import see_identity
from forum.actions.replies import post_reply
from forum.actions.site import save_settings
from forum.forms.site import SettingsForm
from forum.models import Look, Origin, Reply, SiteSettings
from forum.rules import Refused

PERSON = {"kind": "person", "name": "王小明", "number": "11010519491231002X"}


@pytest.fixture
def office(db, django_user_model):
    return django_user_model.objects.create_superuser("站长", "operator@example.org", "x")


@pytest.fixture
def asked(office):
    save_settings(office, reason="依法", replies_need_identity=True)


def say(user, thread):
    return post_reply(user, thread, "说得好，我也来说两句。", origin=Origin(ip="61.139.2.69"))


def test_it_is_off_until_the_operator_asks(mei, make_thread):
    assert say(mei, make_thread()).is_public


def test_without_one_the_reason_and_the_way_are_shown(asked, client_of, mei, make_thread):
    client, thread = client_of(mei), make_thread()
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "需要先实名" in page and 'href="/accounts/identity/"' in page and 'name="body"' not in page
    refused = client.post(f"/threads/{thread.pk}/replies/", {"body": "写了半天的话"})
    text = refused.content.decode()
    assert refused.status_code == 403 and "需要先实名" in text and "写了半天的话" in text
    assert 'href="/accounts/identity/"' in text
    assert not Reply.objects.exists()


def test_with_one_it_goes_on(asked, mei, make_thread):
    confirm(mei, **PERSON)
    assert say(mei, make_thread()).is_public


def test_taken_back_it_holds_again(asked, mei, make_thread):
    thread = make_thread()
    confirm(mei, **PERSON)
    forget(mei)
    with pytest.raises(Refused) as refusal:
        say(mei, thread)
    assert refusal.value.way == "identity"


def test_moderators_speak_in_their_office(asked, zhou, make_thread):
    assert say(zhou, make_thread()).is_public


def test_visitors_are_shown_the_way_in_as_ever(asked, client, make_thread):
    assert "评论请登录" in client.get(make_thread().get_absolute_url()).content.decode()


def test_a_gate_needs_a_door(db, settings):
    settings.IDENTITY_PROVIDER = ""
    form = SettingsForm({"replies_need_identity": "on"}, instance=SiteSettings())
    assert "replies_need_identity" in form.errors


def test_looking_is_written_down(office, mei):
    confirm(mei, **PERSON)
    assert see_identity(office, mei, reason="警方来函").user == mei
    look = Look.objects.get()
    assert (look.what, look.asked, look.found, look.reason) == ("identity", f"user {mei.pk}", 1, "警方来函")


def test_looking_needs_the_right_and_a_reason(zhou, mei, office):
    with pytest.raises(Refused):
        see_identity(mei, mei, reason="好奇")
    with pytest.raises(Refused):
        see_identity(office, mei, reason=" ")
    assert not Look.objects.exists()


def test_the_desk_shows_it_after_a_reason(client_of, office, mei):
    confirm(mei, **PERSON)
    client = client_of(office)
    door = f"/admin/accounts/user/{mei.pk}/identity/"
    assert "演示" not in client.get(door).content.decode() and not Look.objects.exists()
    page = client.post(door, {"reason": "警方来函"}).content.decode()
    assert "演示" in page and "王小明" not in page and PERSON["number"] not in page
    assert Look.objects.count() == 1
