"""How long hidden words are still given out: from the commit of ``hide`` to the last answer that shows them."""

import http.client
import statistics
import threading
import time

from tests.load import cases
from tests.load.wrk import run

_READERS = 12  # connections; the kernel spreads them over the workers


def measure(thread, size, port):
    """Milliseconds, p50 and p99 over all turns, while others read the same thread as fast as they can."""
    from accounts.models import User
    from forum.models import Reply

    moderator = User.objects.create_superuser("量版主", "", "!")
    replies = list(Reply.objects.filter(thread=thread, parent=None, children=None).order_by("id")[:5])
    crowd = threading.Thread(target=_crowd, args=(thread, 6 * size["seconds"], port), daemon=True)
    crowd.start()
    delays = [_one(moderator, replies[turn % len(replies)], port) for turn in range(20 * size["rounds"])]
    crowd.join()
    return {"turns": len(delays), "p50": statistics.median(delays), "p99": max(delays)}


def _crowd(thread, seconds, port):
    run(port, [f"/threads/{thread}/"], seconds=seconds, connections=8, headers=cases.HTTPS.items())


def _one(moderator, reply, port):
    """Hide and restore one reply; how long after the commit the last request began that still showed it."""
    from forum.actions.moderation import hide, restore

    stale, leaving = [], threading.Event()
    readers = [threading.Thread(target=_read, args=(port, reply, stale, leaving)) for _ in range(_READERS)]
    for reader in readers:
        reader.start()
    time.sleep(0.05)
    hide(moderator, reply, reason="测量")
    committed = time.monotonic()
    time.sleep(0.25)
    leaving.set()
    for reader in readers:
        reader.join()
    restore(moderator, reply, reason="测量")
    return round(1000 * max(0.0, max(stale, default=committed) - committed), 2)


def _read(port, reply, stale, leaving):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    mark = f'id="reply-{reply.pk}"'.encode()
    while not leaving.is_set():
        began = time.monotonic()
        connection.request("GET", f"/threads/{reply.thread_id}/", headers=cases.HTTPS)
        if mark in connection.getresponse().read():
            stale.append(began)
        time.sleep(0.001)
    connection.close()
