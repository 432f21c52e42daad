"""A browser, a real server, and a witness who remembers everything that should not have happened on a page."""

import os

import pytest
from django.test import Client

from config.trial import browser as chromium
from tests.browser.serving import code_in_mail, serving

# Playwright keeps an event loop running in this thread, which makes Django mistrust every query.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
LOUD = ("error", "warning")


class Witness:
    """What pages said on the console, what they asked of others, and what the server could not answer."""

    def __init__(self, *ours):
        self.ours = ours
        self.expected = set()  # statuses the test asks for on purpose
        self.complaints = []

    def watch(self, context):
        context.on("console", self._hear)
        context.on("request", self._see)
        context.on("response", self._judge)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))
        return context

    def _hear(self, message):
        refused = "Failed to load resource" in message.text and any(
            f" {code} " in message.text for code in self.expected
        )
        if message.type in LOUD and not refused:
            self.complaints.append(f"console: {message.text} ({message.location.get('url')})")

    def _see(self, request):
        if not request.url.startswith((*self.ours, "data:")):
            self.complaints.append(f"third party: {request.url}")

    def _judge(self, response):
        if response.status >= 400 and response.status not in self.expected:
            self.complaints.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": chromium(), "args": SWITCHES.split()}


@pytest.fixture(autouse=True)
def rows(transactional_db):
    """What a test writes is there for the server's process too, and gone afterwards."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def server(django_db_setup, django_db_blocker, folder):
    """The site's address."""
    with django_db_blocker.unblock(), serving(folder) as url:
        yield url


@pytest.fixture(scope="session")
def base_url(server):
    return server


@pytest.fixture
def code_for(folder):
    """``code_for("a@example.org")``: the six digits mailed there."""
    return lambda address: code_in_mail(folder, address)


@pytest.fixture
def witness(server):
    witness = Witness(server)
    yield witness
    assert not witness.complaints, "\n".join(witness.complaints)


@pytest.fixture
def new_context(new_context, witness):
    """Every context is watched; without JavaScript or at another size by its arguments."""
    return lambda **how: witness.watch(new_context(**{"locale": "zh-CN", **how}))


@pytest.fixture
def context(new_context):
    return new_context()


@pytest.fixture
def open_page(new_context, server):
    """``open_page("/", user=mei, java_script_enabled=False)``: a page there, signed in when told by whom."""

    def visit(path="/", *, user=None, **how):
        context = new_context(**how)
        if user:
            sign_in(context, user, server)
        page = context.new_page()
        page.goto(path)
        assert not user or "/accounts/login/" not in page.url, "signed in"
        return page

    return visit


def sign_in(context, user, server):
    """Give the browser a session, as after the sign-in page (which the stories of the gate go through)."""
    client = Client()
    client.force_login(user, "accounts.backend.Accounts")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server}])
