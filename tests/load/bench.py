"""`make bench` and `make bench-quick`: one table in one run.

Every case has its turn in each round, so that whatever else the machine does meets all of them alike; of each case
the median round is shown. Times are told, never judged: a ratio to the bare function of the same run says more.
"""

import json
import shutil
import statistics
import tempfile
from pathlib import Path

from config import embedded
from config.bootstrap import install_with_apt
from config.processes import stop_on_signals
from tests.load import cases, freshness, posting, stage, table, words
from tests.load.servers import processor_seconds, resident_megabytes
from tests.load.wrk import run

WORDS = 10_000  # on the list that everything posted is screened with

SIZES = {  # threads of twenty replies, rounds, seconds a run, replies before and after growing
    "quick": {"threads": 600, "rounds": 2, "seconds": 2, "few": 1_000, "many": 100_000},
    "full": {"threads": 5_000, "rounds": 3, "seconds": 6, "few": 1_000, "many": 1_000_000},
}


def main(argv):
    """Measure, print the table, and leave it beside as JSON in tests/load/last.json (or where ``--json`` says)."""
    stop_on_signals()
    if not shutil.which("wrk") and not install_with_apt("wrk"):
        raise SystemExit("wrk is missing: apt-get install wrk")
    size = SIZES["quick" if "--quick" in argv else "full"]
    folder = Path(tempfile.mkdtemp(prefix="gentie-bench-"))
    folder.chmod(0o711)  # root's database runs as another user, who has to pass through
    try:
        with stage.database(folder) as database:
            told = _measure(size, database)
        table.show(told)
        words.show(told["words"])
        place = argv[argv.index("--json") + 1] if "--json" in argv else Path(__file__).with_name("last.json")
        Path(place).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    finally:
        embedded.remove(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _measure(size, database):
    from tests.load.people import members

    grown = []
    words.block_words(WORDS)
    threads = stage.fill(size["few"] // 30)
    sessions = members(size["rounds"] * 2_000)
    with stage.servers() as pids:
        grown.append(_reading(_growing(threads, sessions[0]), size, pids, database))
        more = stage.fill(size["threads"])
        stage.fill(0, size["many"])
        with stage.copies(more.twenty[0]) as same:
            rows = _reading(cases.cases(more, sessions[0]), size, pids | same, database)
        grown.append(_reading(_growing(threads, sessions[0]), size, pids, database))
        return {
            "machine": table.machine(),
            "size": size,
            "reading": rows,
            "posting": posting.measure(more.longest, sessions, size, pids, database),
            "freshness": freshness.measure(more.twenty[1], size, cases.SITE),
            "growth": table.growth(*grown),
            "words": words.measure(),
            "megabytes": resident_megabytes(pids[cases.SITE]),
        }


def _growing(threads, member):
    return [case for case in cases.cases(threads, member) if case.name in cases.GROWING]


def _reading(wanted, size, pids, database):
    """The median round of each case, as a row."""
    rounds = [[_row(case, size["seconds"], pids, database) for case in wanted] for _ in range(size["rounds"])]
    return [_median(turns) for turns in zip(*rounds, strict=True)]


def _row(case, seconds, pids, database):
    roots = (pids[case.port], database)
    before = processor_seconds(*roots)
    ran = run(case.port, case.paths, seconds=seconds, connections=case.connections, headers=case.headers.items(),
              sessions=case.sessions)  # fmt: skip
    used = processor_seconds(*roots) - before
    return {"name": case.name, **ran._asdict(), "cpu_ms": round(1000 * used / max(ran.requests, 1), 4)}


def _median(turns):
    middle = statistics.median_low(turn["rate"] for turn in turns)
    return next(turn for turn in turns if turn["rate"] == middle)
