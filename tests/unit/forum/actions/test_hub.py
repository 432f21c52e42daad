"""The hub is told: by the worker's own words, over a real connection."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qs

import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from forum.actions.hub import ping
from forum.actions.moderation import hide, restore
from forum.models import SiteSettings


class Hub(HTTPServer):
    def __init__(self):
        super().__init__(("127.0.0.1", 0), Ear)
        self.heard, self.answer = [], 204

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/hub"


class Ear(BaseHTTPRequestHandler):
    def do_POST(self):
        said = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append(parse_qs(said.decode()))
        self.send_response(self.server.answer)
        self.end_headers()

    def log_message(self, *_words):
        pass


@pytest.fixture
def hub(db):
    server = Hub()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def listed(hub):
    SiteSettings.objects.update_or_create(pk=1, defaults={"hub": hub.address, "address": "https://forum.example.org"})


def jobs():
    return list(ProcrastinateJob.objects.filter(task_name="forum.tasks.ping_hub").values_list("args", flat=True))


def test_a_new_article_is_told_for_every_feed_it_stands_in(hub, make_thread):
    listed(hub)
    ping(make_thread(tags=["支付"]).pk, replied=False)
    (said,) = hub.heard
    assert said["hub.mode"] == ["publish"]
    root = "https://forum.example.org/feeds"
    for feed in ("latest", "categories/product", "people/%E5%B0%8F%E6%9E%97", "tags/%E6%94%AF%E4%BB%98"):
        assert {f"{root}/{feed}/{form}" for form in ("", "rss/", "json/")} <= set(said["hub.url"])


def test_a_reply_is_told_for_the_feed_of_its_article_alone(hub, make_thread):
    listed(hub)
    thread = make_thread()
    ping(thread.pk, replied=True)
    root = f"https://forum.example.org/feeds/threads/{thread.pk}/"
    assert hub.heard[0]["hub.url"] == [root, f"{root}rss/", f"{root}json/"]


def test_what_nobody_may_read_is_not_told(hub, make_thread):
    listed(hub)
    ping(make_thread(state="held").pk, replied=False)
    assert not hub.heard


def test_a_hub_that_refuses_is_an_error_so_that_the_worker_tries_again(hub, make_thread):
    listed(hub)
    hub.answer = 500
    with pytest.raises(HTTPError):
        ping(make_thread().pk, replied=False)


def test_without_a_hub_nobody_is_told(make_thread, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_thread()
    assert not jobs()


def test_the_worker_is_asked_once_for_everything_said_at_once(
    hub, make_thread, make_reply, zhou, django_capture_on_commit_callbacks
):
    listed(hub)
    with django_capture_on_commit_callbacks(execute=True):
        thread = make_thread()
    assert jobs() == [{"pk": thread.pk, "replied": False}]
    with django_capture_on_commit_callbacks() as callbacks:
        reply = make_reply(thread)
        hide(zhou, reply, reason="广告")
        restore(zhou, reply, reason="误会")
    callbacks[0]()
    assert jobs()[-1] == {"pk": thread.pk, "replied": True}
    assert len(callbacks) > 1  # each would find its like waiting


def test_the_worker_knows_the_task(db):
    assert "forum.tasks.ping_hub" in app.tasks


def test_the_feeds_name_their_hub(hub, visitor, make_thread):
    listed(hub)
    make_thread()
    answer = visitor.get("/feeds/latest/")
    assert f'<link href="{hub.address}" rel="hub"/>' in answer.content.decode()
    assert f'<{hub.address}>; rel="hub", <http://testserver/feeds/latest/>; rel="self"' == answer["Link"]
    assert visitor.get("/feeds/latest/json/").json()["hubs"] == [{"type": "WebSub", "url": hub.address}]
