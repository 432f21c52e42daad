"""A new door is noticed: it has a row in doors.toml, and if it is open to visitors it stands in the list below."""

from django.urls import get_resolver

from tests.attack.test_doors import DOORS, PEOPLE, doors

# Open without signing in, each on purpose. Everything else is closed by MembersOnly.
PUBLIC = """
    feed category tag thread reply person following search suggestions chart latest unanswered tags about-lists
    about-levels house-rules offences series latest-feed category-feed tag-feed person-feed thread-feed search-feed
    share-picture
    sitemap sitemap-part robots healthz readyz
    display picture
    account_login account_signup account_logout account_inactive account_email_verification_sent
    account_reset_password account_confirm_password_reset_code account_complete_password_reset
    account_password_reset_completed account_confirm_login_code
    mfa_authenticate mfa_trust mfa_login_webauthn account_request_login_code account_verify_phone
    admin:login
""".split()


def ours():
    return [door for door in doors(get_resolver().url_patterns) if not door[0].startswith("admin:")]


def test_every_door_has_a_row():
    names = {name for name, _blanks, _view in ours()}
    assert not names - set(DOORS), "new doors without a row in tests/attack/doors.toml"
    assert not set(DOORS) - names, "rows in tests/attack/doors.toml without a door"


def test_every_row_answers_everybody_both_ways():
    for name, door in DOORS.items():
        for method in ("GET", "POST"):
            assert len(door[method].split()) == len(PEOPLE), name


def test_only_these_doors_are_open_to_visitors():
    open_doors = {
        name for name, _blanks, view in doors(get_resolver().url_patterns) if not getattr(view, "login_required", True)
    }
    assert open_doors == set(PUBLIC) & {name for name, _blanks, _view in doors(get_resolver().url_patterns)}


def test_what_is_closed_sends_visitors_to_sign_in():
    for name, _blanks, _view in ours():
        if name not in PUBLIC:
            assert {DOORS[name]["GET"].split()[0], DOORS[name]["POST"].split()[0]} == {"login"}, name


def test_nobody_is_met_with_an_error():
    answers = {answer for door in DOORS.values() for method in ("GET", "POST") for answer in door[method].split()}
    assert answers <= {"login", "200", "201", "204", "302", "403", "404", "405", "422"}
