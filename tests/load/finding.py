"""`manage.py bench_find`: how long 200 mixed questions take, through the real page, in the database there is.

Fill it first (`manage.py fill --threads 100000 --replies 1000000`); `make bench` does so for a million replies. Asked
is each question twice, of which the second counts. Elapsed milliseconds are told beside
processor time (ours and the database's), for whatever else the machine does lengthens the first.
"""

import json
import os
import random
import statistics
import time
from pathlib import Path

from config import embedded

COMMON = "产品经理 运营 用户 老板 数据 注册 支付 评论 投诉 问题 复盘 上线 的 了 大促".split()
PAIRS = "支付 页面 会员 体系 埋点 灰度 留存 曲线 借贷 弹窗 酒店 订单 长江 积分 画像 冷启 平台 外卖 图标 表单".split()
SLIPS = "支付保 支宝付 会员体糸 留存曲钱 产品经里 注册流呈 灰度发步 埋点方桉 首页该版 酒店定单".split()
SOUNDS = "zhifu zhifuyemian cpjl lcqx huiyuantixi mdfa shouye jiudiandingdan wmpt tuijian".split()
PHRASES = "去年冬天 凌晨两点 评审会前，运营 大促那天 成本却翻了一倍 先把定义对齐再说 没有人再提起过".split()
FILTERS = "region:浙江 type:thread type:reply author:读者0007 in:合成 after:2025-06 before:2024-06".split()


def main(argv):
    """Measure and print; ``--json FILE`` keeps the rows."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    with embedded.serving(embedded.data_folder()):
        import django

        django.setup()
        told = measure()
    show(told)
    if "--json" in argv:
        place = Path(argv[argv.index("--json") + 1])
        place.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def questions():
    """Pairs of class and question, the same 200 every time."""
    from forum.search import vocabulary

    chance = random.Random(7)
    words = sorted(word for word, times in vocabulary() if 30 < times < 300 and 2 <= len(word) <= 4)
    pick = chance.choice
    asked = {
        "two characters": [*PAIRS, *chance.sample([word for word in words if len(word) == 2], 20)],
        "in a third of all texts": COMMON,
        "rare": chance.sample(words, 30),
        "phrase": [f"“{phrase}”" for phrase in PHRASES] * 2,
        "filter": [f"{pick(PAIRS)} {one}" for one in FILTERS * 4],
        "exclusion": [f"{pick(PAIRS)} -{pick(COMMON)}" for _ in range(15)],
        "slip": SLIPS,
        "pinyin": SOUNDS,
        "several words": [" ".join(chance.sample(PAIRS + COMMON, chance.randint(2, 4))) for _ in range(32)],
    }
    return [(kind, question) for kind, some in asked.items() for question in some]


def measure():
    """Rows of the classes, of all, and of what else grows with a community."""
    from django.db import connection
    from django.test import Client

    from forum.models import Reply, Thread
    from tests.load import cases, table

    client = Client(SERVER_NAME="127.0.0.1", headers={**cases.HTTPS, "Accept-Language": "zh-CN"})
    taken = [(kind, *_timed(client, "/search/", q=question)) for kind, question in questions()]
    kinds = dict.fromkeys(kind for kind, *_ in taken)
    rows = [_row(kind, [one[1:] for one in taken if one[0] == kind]) for kind in kinds]
    middle = Thread.objects.order_by("pk")[Thread.objects.count() // 2].pk
    pages = {"sitemap index": "/sitemap.xml", "thread, its related articles included": f"/threads/{middle}/"}
    rows += [_row("all questions", [one[1:] for one in taken])]
    rows += [_row(name, [_timed(client, path) for _ in range(9)]) for name, path in pages.items()]
    rows.append(_row("index of one reply", _entering(Reply.objects.order_by("-pk")[:100])))
    with connection.cursor() as cursor:
        cursor.execute("select version()")
        version = cursor.fetchone()[0].split(" on ")[0]
    size = {"threads": Thread.objects.count(), "replies": Reply.objects.count(), "database": version}
    return {"machine": table.machine(), "size": size, "finding": rows}


def show(told):
    """Print the rows as a table."""
    from tests.load import table

    size = told["size"]
    print(f"\n{size['threads']:,} threads, {size['replies']:,} replies, {size['database']}", end="; ")
    print(f"load {told['machine']['load']}")
    table.show_finding(told["finding"])


def _timed(client, path, **asked):
    """Of the second of two turns: (elapsed, processor time) in ms."""
    for _ in range(2):
        began, used = time.perf_counter(), _used()
        answer = client.get(path, asked, secure=True)
        taken = 1000 * (time.perf_counter() - began), 1000 * (_used() - used)
        assert answer.status_code == 200, (path, asked, answer.status_code)
    return taken


def _used():
    """Seconds of processor time of ours and of our backend of the embedded database."""
    import psutil
    from django.db import connection

    connection.ensure_connection()
    backend = connection.connection.info.backend_pid
    try:
        times = psutil.Process(backend).cpu_times()
    except psutil.Error:  # a database elsewhere
        return time.process_time()
    return time.process_time() + times.user + times.system


def _entering(replies):
    """What making and keeping the entry of a reply takes, undone each time."""
    from django.db import transaction

    from forum import search

    taken = []
    for reply in replies:
        with transaction.atomic():
            search.forget(reply)
            began, used = time.perf_counter(), _used()
            search.enter(reply)
            taken.append((1000 * (time.perf_counter() - began), 1000 * (_used() - used)))
            transaction.set_rollback(True)
    return taken


def _row(name, taken):
    elapsed, used = (sorted(column) for column in zip(*taken, strict=True))
    return {
        "name": name,
        "asked": len(taken),
        "p50": round(statistics.median(elapsed), 1),
        "p95": round(elapsed[int(0.95 * (len(elapsed) - 1))], 1),
        "max": round(elapsed[-1], 1),
        "cpu_p50": round(statistics.median(used), 1),
        "cpu_p95": round(used[int(0.95 * (len(used) - 1))], 1),
    }
