"""Someone writes another address into the headers: nobody inside must believe it."""

import socket
import subprocess
import sys
import time

import pytest
from allauth.account.adapter import get_adapter
from django.http import JsonResponse
from django.test import Client
from django.urls import path
from django.utils import timezone

from config.client_address import RUMOURS
from forum.models import Category, Reply, State, Thread
from forum.region import TABLE_VERSION, region_of

SICHUAN, FORGED = "61.139.2.69", "223.5.5.5"
FORGERIES = {
    "X-Forwarded-For": FORGED,
    "Forwarded": f"for={FORGED};proto=https",
    "X-Real-IP": FORGED,
    "X-Client-IP": FORGED,
    "True-Client-IP": FORGED,
    "CF-Connecting-IP": FORGED,
    "Fastly-Client-IP": FORGED,
    "Remote-Addr": FORGED,
}


def what_the_inside_sees(request):
    """A view that tells everything a view could ask about the caller's address."""
    told = [value for value in [*request.META.values(), *request.headers.values()] if FORGED in str(value)]
    believed_by_allauth = get_adapter(request).get_client_ip(request)
    return JsonResponse({"client": request.client_ip, "allauth": believed_by_allauth, "rumours": told})


what_the_inside_sees.login_required = False
urlpatterns = [path("inside/", what_the_inside_sees)]


@pytest.fixture
def inside(settings):
    """Ask as a caller from `peer` with these headers; the answer is what the code behind the middleware sees."""
    settings.ROOT_URLCONF = __name__

    def ask(headers, peer=SICHUAN, proxies=0):
        settings.TRUSTED_PROXIES = proxies
        return Client(REMOTE_ADDR=peer).get("/inside/", headers=headers).json()

    return ask


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_header_changes_nothing_and_reaches_nobody(inside, name):
    expected = {"client": SICHUAN, "allauth": SICHUAN, "rumours": []}
    assert inside({name: FORGERIES[name]}) == expected
    assert inside(FORGERIES) == expected


@pytest.mark.parametrize("rumour", RUMOURS)
def test_every_known_rumour_is_removed(inside, rumour):
    name = rumour.removeprefix("HTTP_").replace("_", "-")
    assert inside({name: FORGED}) == {"client": SICHUAN, "allauth": SICHUAN, "rumours": []}


def test_behind_one_proxy_only_its_own_entry_counts(inside):
    seen = inside(FORGERIES | {"X-Forwarded-For": f"{FORGED}, {SICHUAN}"}, peer="127.0.0.1", proxies=1)
    assert seen == {"client": SICHUAN, "allauth": SICHUAN, "rumours": []}
    assert region_of(seen["client"]).label == "四川"


def test_who_comes_round_the_proxies_is_known_by_the_connection(inside):
    assert inside({"X-Forwarded-For": FORGED}, proxies=2)["client"] == SICHUAN
    assert inside(FORGERIES | {"X-Forwarded-For": ""}, proxies=1)["client"] == SICHUAN


def test_an_endless_header_is_read_quickly_enough_to_answer(inside):
    seen = inside({"X-Forwarded-For": ", ".join([FORGED] * 10_000 + [SICHUAN])}, peer="127.0.0.1", proxies=1)
    assert seen["client"] == SICHUAN


@pytest.fixture
def posted(client, django_user_model, settings):
    """Mei replies through one proxy of ours, with these headers; what was stored."""
    settings.TRUSTED_PROXIES = 1
    client.force_login(django_user_model.objects.create_user("阿梅", "mei@example.org"))
    shelf = Category.objects.create(slug="product", name="产品")
    public = {"state": State.PUBLIC, "published_at": timezone.now()}
    thread = Thread.objects.create(category=shelf, title="标题", body="正文", **public)

    def send(headers):
        url = f"/threads/{thread.pk}/replies/"
        answer = client.post(url, {"body": "说得好"}, headers=headers, REMOTE_ADDR="127.0.0.1")
        assert answer.status_code == 302
        return Reply.objects.select_related("origin").get()

    return send


@pytest.mark.django_db
def test_a_reply_is_tagged_with_the_place_it_came_from_whatever_its_headers_claim(posted):
    reply = posted(FORGERIES | {"X-Forwarded-For": f"{FORGED}, {SICHUAN}:50123"})
    assert (reply.region, reply.region_version) == ("四川", TABLE_VERSION)
    assert reply.origin.ip == SICHUAN


@pytest.mark.django_db
def test_a_reply_with_a_broken_header_is_posted_from_an_unknown_place(posted):
    reply = posted({"X-Forwarded-For": f"{FORGED}, [nonsense%eth0"})
    assert (reply.region, reply.origin.ip) == ("未知", "127.0.0.1")


ECHO = """
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ["HTTP_X_FORWARDED_FOR"].encode()]
"""


@pytest.fixture
def server(tmp_path):
    """The real server with an application that says what it was told; the port it listens on."""
    (tmp_path / "echo.py").write_text(ECHO)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "echo:app"]
    process = subprocess.Popen(granian, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield port
    process.terminate()
    process.wait()


def test_a_header_sent_twice_reaches_us_whole_and_in_order(server):
    # Some proxies add a line of their own below the caller's; were only the first read, the caller's would count.
    told = f"X-Forwarded-For: {FORGED}\r\nX-Forwarded-For: {SICHUAN}\r\n"
    answer = _ask(server, f"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{told}\r\n".encode())
    assert answer.replace(b" ", b"").endswith(f"{FORGED},{SICHUAN}".encode())


def _ask(port, request):
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port)) as connection:
                connection.sendall(request)
                return b"".join(iter(lambda: connection.recv(4096), b""))
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")
