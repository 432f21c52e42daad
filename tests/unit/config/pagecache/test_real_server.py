"""Two real workers: hidden words leave both, views are exact over both, and kill -9 loses nothing that was written."""

import http.client
import os
import signal
import socket
import time
from urllib.parse import quote

import psutil
import psycopg
import pytest
from django.db import connection

from config.pagecache.ear import NAME
from forum.actions.moderation import hide
from forum.models import Reply, Thread
from tests.load.servers import serving

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:{0}.0) Gecko/20100101 Firefox/{0}.0"


class Site:
    """The server, asked over a new connection each time, so that either worker may answer."""

    def __init__(self, port, pid):
        self.port, self.pid = port, pid

    def get(self, path, version=140):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        line.request("GET", path, headers={"User-Agent": FIREFOX.format(version)})
        body = line.getresponse().read().decode()
        line.close()
        return body

    def never_shows(self, path, words, times=40):
        return not any(words in self.get(path) for _ in range(times))


@pytest.fixture
def site(transactional_db):
    about = connection.settings_dict
    host, name = quote(about["HOST"], safe=""), about["NAME"]
    url = f"postgresql://{about['USER']}@/{name}?host={host}" + (f"&port={about['PORT']}" if about["PORT"] else "")
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    settings = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings.testing"}
    with serving(port, "config.wsgi:application", **settings) as pid:
        yield Site(port, pid)


def eventually(question, seconds=20):
    """Wait until it is so; an event, not a measurement."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if question():
            return True
        time.sleep(0.02)
    return False


def test_what_is_hidden_is_gone_from_every_worker(site, zhou, make_thread, make_reply):
    thread = make_thread()
    reply = make_reply(thread, body="这句话稍后看不到")
    path = f"/threads/{thread.pk}/"
    assert all(reply.body in site.get(path) for _ in range(20))
    hide(zhou, reply, reason="测试")
    assert eventually(lambda: reply.body not in site.get(path))
    time.sleep(0.1)  # the bound that is promised
    assert site.never_shows(path, reply.body)


def test_a_site_whose_lines_were_cut_still_hides(site, zhou, make_thread, make_reply):
    thread = make_thread()
    reply = make_reply(thread, body="断线以后也要看不到")
    path = f"/threads/{thread.pk}/"
    assert all(reply.body in site.get(path) for _ in range(20))
    with psycopg.connect(**_line(), autocommit=True) as other:
        other.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = %s", [NAME])
    hide(zhou, reply, reason="测试")
    assert eventually(lambda: reply.body not in site.get(path))
    time.sleep(0.1)
    assert site.never_shows(path, reply.body)


def test_views_are_exact_and_a_killed_server_has_lost_nothing_older_than_a_second(site, make_thread, make_reply):
    thread = make_thread()
    make_reply(thread)
    for _ in range(3):
        for number in range(20):
            site.get(f"/threads/{thread.pk}/", 100 + number)
    assert eventually(lambda: Thread.objects.get(pk=thread.pk).views_count >= 20)
    time.sleep(1.2)  # the other worker folds the same visitors
    for worker in psutil.Process(site.pid).children(recursive=True):
        os.kill(worker.pid, signal.SIGKILL)
    assert Thread.objects.get(pk=thread.pk).views_count == 20
    assert Reply.objects.filter(thread=thread).count() == Thread.objects.get(pk=thread.pk).replies_count == 1


def _line():
    wanted = {"dbname", "user", "password", "host", "port"}
    return {name: value for name, value in connection.get_connection_params().items() if name in wanted}
