"""What is kept is told in the numbers in force, and each kind leads to where it stands."""

import re

import pytest

from forum import limits
from forum.models import SiteSettings

pytestmark = pytest.mark.django_db


def test_the_terms_are_those_in_force(client_of, mei, settings):
    SiteSettings(origin_days=321).save()
    settings.SESSION_COOKIE_AGE = 5 * 86_400
    page = client_of(mei).get("/my-data/").content.decode()
    for days in (321, 5, limits.NOTICES_KEPT.days, limits.HITS_KEPT.days, limits.PARCEL_KEPT.days):
        assert f"{days} 天" in page


def test_every_kind_leads_to_a_page_that_answers(client_of, mei):
    browser = client_of(mei)
    page = browser.get("/my-data/").content.decode().partition('class="entrance__title"')[2]
    places = set(re.findall(r'href="(/[^"#]*)"', page.partition("</main>")[0]))
    assert {"/parcels/", "/closing/", "/accounts/sessions/", "/decisions/", "/favourites/"} <= places
    for place in places:
        assert browser.get(place).status_code == 200, place


def test_lists_are_the_same_for_everybody_as_the_page_says(client_of, mei, lin, make_thread, make_reply):
    for n in range(4):
        make_reply(make_thread(title=f"第{n}篇"), lin if n % 2 else mei)
    one, other = client_of(mei), client_of(lin)
    assert "没有：推荐、热议" in one.get("/my-data/").content.decode()
    for path in ("/", "/?sort=hot", "/charts/week/", "/search/?q=第"):
        assert _listed(one.get(path)) == _listed(other.get(path)) != []


def _listed(answer):
    return re.findall(r'href="(/threads/\d+/)"', answer.content.decode().partition("<main")[2])
