"""Replies posted by many members under one thread: one after another, and as many as two workers take."""

from tests.load import cases
from tests.load.servers import processor_seconds
from tests.load.wrk import run

_TEXT = "body=%E8%AF%B4%E5%BE%97%E5%A5%BD%EF%BC%8C%E4%B8%8D%E8%BF%87%E6%94%AF%E4%BB%98%E6%B5%81%E7%A8%8B" + 12 * (
    "%E9%9A%BE%E9%81%93%E5%B0%B1%E6%B2%A1%E6%9C%89%E4%BA%BA%E9%97%AE%E8%BF%87%EF%BC%9F"
)


def measure(thread, sessions, size, pids, database):
    """Rows for one connection and for eight, and whether every counter says what the rows say."""
    half = len(sessions) // 2
    rows = [
        _row("post a reply, one after another", thread, sessions[:half], 1, size, pids, database),
        _row("post a reply, eight at once", thread, sessions[half:], 8, size, pids, database),
    ]
    return {"rows": rows, **_counted(thread)}


def _row(name, thread, sessions, connections, size, pids, database):
    headers = {
        **cases.HTTPS,
        "Origin": f"https://127.0.0.1:{cases.SITE}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    roots = (pids[cases.SITE], database)
    before = processor_seconds(*roots)
    ran = run(cases.SITE, [f"/threads/{thread}/replies/"], seconds=3 * size["seconds"], connections=connections,
              headers=headers.items(), sessions=sessions, body=f"csrfmiddlewaretoken={cases.CSRF}&{_TEXT}")  # fmt: skip
    used = processor_seconds(*roots) - before
    return {"name": name, **ran._asdict(), "cpu_ms": round(1000 * used / max(ran.requests, 1), 4)}


def _counted(thread):
    from forum.models import Reply, State, Thread

    rows = Reply.objects.filter(thread=thread, state=State.PUBLIC)
    return {
        "posted": rows.filter(body__contains="说得好").count(),
        "lost_counts": rows.count() - Thread.objects.get(pk=thread).replies_count,
    }
