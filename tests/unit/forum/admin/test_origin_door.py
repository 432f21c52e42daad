"""The door to an address: by permission, after a reason, and written down."""

import pytest
from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _

from forum.models import Decision, Origin


@pytest.fixture
def inspector(zhou):
    zhou.user_permissions.add(Permission.objects.get(codename="view_origin"))
    return zhou


def test_moderators_without_the_permission_find_neither_button_nor_door(zhou, client_of, make_reply):
    reply = make_reply()
    browser = client_of(zhou)
    assert "/origin/" not in browser.get(f"/admin/forum/reply/{reply.pk}/change/").content.decode()
    for ask in (browser.get, browser.post):
        assert ask(f"/admin/forum/reply/{reply.pk}/origin/").status_code == 403


def test_the_address_is_shown_after_a_reason_and_the_look_is_written_down(inspector, client_of, make_reply):
    reply = make_reply(ip="61.139.2.69")
    browser, door = client_of(inspector), f"/admin/forum/reply/{reply.pk}/origin/"
    assert door in browser.get(f"/admin/forum/reply/{reply.pk}/change/").content.decode()
    asked = browser.get(door).content.decode()
    assert "个人信息" in asked
    assert "61.139.2.69" not in asked
    assert browser.post(door, {"reason": ""}).status_code == 422
    assert not Decision.objects.exists()
    shown = browser.post(door, {"reason": "疑似诈骗"}).content.decode()
    assert "61.139.2.69" in shown
    assert "180 天" in shown
    assert Decision.objects.values_list("verb", "reason").get() == ("origin", "疑似诈骗")


def test_a_forgotten_address_is_said_to_be_forgotten(inspector, client_of, make_thread):
    thread = make_thread()
    Origin.objects.all().delete()
    answer = client_of(inspector).post(f"/admin/forum/thread/{thread.pk}/origin/", {"reason": "疑似诈骗"})
    assert _("No address is kept for this: it was imported, or its term is over.") in answer.content.decode()
    assert client_of(inspector).get("/admin/forum/thread/999/origin/").status_code == 404
