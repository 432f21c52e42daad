"""What every answer tells the browser to refuse, whoever asks and whatever for."""

import pytest

from tests.cast import PASSWORD

EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGES = [
    "/",
    "/accounts/login/",
    "/feeds/latest/",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/nowhere/",
    "/threads/0/",
]


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_them(visitor, path):
    headers = visitor.get(path).headers
    assert {name: headers.get(name) for name in EXPECTED} == EXPECTED
    for power in ("camera", "geolocation", "microphone", "payment", "usb"):
        assert f"{power}=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_that_does_not_lie_on_the_site(visitor, path):
    rules = dict(rule.strip().split(" ", 1) for rule in visitor.get(path)["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["form-action"] == "'self'"
    assert "unsafe" not in str(rules) and "http" not in str(rules) and "*" not in str(rules)


@pytest.mark.django_db
def test_a_visitor_is_given_no_cookie(visitor, make_thread):
    thread = make_thread()
    for path in ("/", f"/threads/{thread.pk}/", "/feeds/latest/", "/people/小林/", "/search/?q=长文", "/robots.txt"):
        assert not visitor.get(path).cookies, path


def test_cookies_of_members_are_out_of_reach_of_scripts_and_other_sites(visitor, mei):
    visitor.get("/accounts/login/")
    visitor.post("/accounts/login/", {"login": mei.username, "password": PASSWORD})
    for name in ("sessionid", "csrftoken"):
        cookie = visitor.cookies[name]
        assert cookie["httponly"] and cookie["samesite"] == "Lax", name


@pytest.mark.parametrize("path", ["/tags/%00/", "/people/%00/", "/feeds/tags/a%00b/", "/feeds/people/%00/"])
@pytest.mark.django_db
def test_a_name_no_database_could_hold_is_not_found(visitor, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/threads/99999999999999999999/", "/feeds/threads/99999999999999999999/"])
@pytest.mark.django_db
def test_a_number_no_column_could_hold_is_not_found(visitor, path):
    assert visitor.get(path).status_code == 404
