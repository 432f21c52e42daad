import re

import pytest

from tests import cast
from tests.cast import PASSWORD


@pytest.fixture
def mei(db):
    """阿梅, whose address is known here."""
    return cast.make_user("阿梅", email="mei@example.com")


@pytest.fixture
def code(db, mailoutbox):
    """The six digits of the newest mail."""

    def read():
        (digits,) = re.findall(r"^ +(\d{6})$", mailoutbox[-1].body, re.MULTILINE)
        return digits

    return read


@pytest.fixture
def sign_up(client, db):
    """Fill in the sign-up form; what is given replaces the usual answers."""

    def fill(**answers):
        form = {"email": "xin@example.com", "username": "新来的", "password1": PASSWORD, "website": ""}
        return client.post("/accounts/signup/", form | answers)

    return fill


@pytest.fixture
def sign_in(client):
    def fill(login, password=PASSWORD, **more):
        return client.post("/accounts/login/", {"login": login, "password": password, **more})

    return fill
