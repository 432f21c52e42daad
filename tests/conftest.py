"""The cast as fixtures, and their browsers: ``client_of(mei).get(…)``."""

import pytest
from django.db import connection
from django.test import Client

from tests import cast


@pytest.fixture(autouse=True)
def offices(request):
    """Whoever uses the database finds the offices there, and no job of another test's: a flush leaves those."""
    for name in ("db", "transactional_db"):
        if name in request.fixturenames:
            request.getfixturevalue(name)
            cast.make_offices()
            with connection.cursor() as cursor:
                cursor.execute("delete from procrastinate_jobs")


@pytest.fixture
def lin(db):
    """小林 writes."""
    return cast.lin()


@pytest.fixture
def mei(db):
    """阿梅 reads and replies."""
    return cast.make_user("阿梅")


@pytest.fixture
def zhou(db):
    """老周 moderates."""
    return cast.make_moderator("老周")


@pytest.fixture
def jia(zhou):
    """小贾 is muted."""
    return cast.make_muted("小贾", zhou)


@pytest.fixture
def visitor():
    """Somebody who has not signed in: a client."""
    return Client()


@pytest.fixture
def client_of(db):
    """``client_of(mei)`` is a browser in which mei has signed in."""

    def browser(user):
        client = Client()
        client.force_login(user, "accounts.backend.Accounts")
        return client

    return browser


@pytest.fixture
def make_thread(db):
    return cast.make_thread


@pytest.fixture
def make_reply(db):
    return cast.make_reply
