"""The site's settings: one row, one page, signed for."""

import pytest
from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _

from accounts.models import User
from forum.models import Decision, SiteSettings

PAGE = "/admin/forum/sitesettings/"


@pytest.fixture
def office(client_of):
    return client_of(User.objects.create_superuser("站长", "operator@example.org", "x"))


def form(**changed):
    site = SiteSettings.current()
    names = ["site_name", "tagline", "mode", "region_label", "region_precision", "origin_days",
             "icp_number", "police_number", "complaint_contact"]  # fmt: skip
    return {name: getattr(site, name) for name in names} | {"reason": "试一试"} | changed


def test_a_change_is_saved_signed_for_and_seen_at_once(office, visitor):
    answer = office.post(PAGE, form(site_name="新帖", region_label="发自{region}"), follow=True)
    assert _("The settings are saved.") in answer.content.decode()
    assert SiteSettings.current().region_label == "发自{region}"
    decision = Decision.objects.get()
    assert (decision.verb, decision.reason) == ("settings", "试一试")
    assert "跟帖 → 新帖" in decision.detail
    assert "新帖" in visitor.get("/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reason": ""}, "必填"),
        ({"region_label": "来自"}, "{region}"),
        ({"region_precision": "street"}, "street"),
        ({"mode": ""}, "必填"),
        ({"origin_days": "179"}, "180"),
        ({"origin_days": "0", "elsewhere": "on"}, "1 到"),
        ({"origin_days": "99999"}, "1 到"),
        ({"origin_days": "很多"}, "整数"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(office, wrong, sentence):
    answer = office.post(PAGE, form(**wrong))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Decision.objects.exists()
    assert SiteSettings.current().origin_days == 180


def test_a_site_run_elsewhere_may_keep_addresses_for_less(office):
    office.post(PAGE, form(origin_days="30", elsewhere="on"))
    assert SiteSettings.current().origin_days == 30


def test_saving_without_a_change_says_so(office):
    answer = office.post(PAGE, form(), follow=True)
    assert _("Nothing was different.") in answer.content.decode()
    assert not Decision.objects.exists()


def test_a_moderator_stays_out_unless_permitted(zhou, client_of):
    assert client_of(zhou).get(PAGE).status_code == 403
    assert client_of(zhou).post(PAGE, form(site_name="新帖")).status_code == 403
    zhou.user_permissions.add(Permission.objects.get(codename="change_sitesettings"))
    assert client_of(zhou).get(PAGE).status_code == 200


@pytest.mark.parametrize("door", ["add/", "1/change/", "1/delete/"])
def test_there_is_no_other_way_in(office, door):
    office.post(PAGE, form(site_name="新帖"))
    assert office.post(PAGE + door, form(site_name="改过", post="yes")).status_code == 403
    assert SiteSettings.current().site_name == "新帖"
