"""The site's settings change by a verb that is signed for."""

import pytest
from django.contrib.auth.models import Permission

from accounts.models import User
from forum.actions.site import save_settings
from forum.models import Decision, SiteSettings
from forum.rules import Refused


@pytest.fixture
def operator(db):
    return User.objects.create_superuser("站长", "operator@example.org", "x")


def test_what_changed_is_saved_and_written_down(operator):
    assert save_settings(operator, reason="改名", site_name="新帖", tagline=SiteSettings().tagline)
    decision = Decision.objects.get()
    assert SiteSettings.current().site_name == "新帖"
    assert (decision.verb, decision.thing) == (Decision.Verb.SETTINGS, None)
    assert "跟帖 → 新帖" in decision.detail


def test_saving_the_same_again_changes_nothing(operator):
    save_settings(operator, reason="改名", site_name="新帖")
    assert not save_settings(operator, reason="改名", site_name="新帖")
    assert Decision.objects.count() == 1


def test_without_a_reason_nothing_is_saved(operator):
    with pytest.raises(Refused):
        save_settings(operator, reason=" ", site_name="新帖")
    assert SiteSettings.current().site_name == "跟帖"


def test_moderators_may_not_unless_they_hold_the_permission(zhou):
    with pytest.raises(Refused, match="站长"):
        save_settings(zhou, reason="改名", site_name="新帖")
    zhou.user_permissions.add(Permission.objects.get(codename="change_sitesettings"))
    assert save_settings(User.objects.get(pk=zhou.pk), reason="改名", site_name="新帖")
