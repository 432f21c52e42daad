"""What was measured, as people read it."""

import os
import platform
from datetime import date

_HIT, _SAME = "thread, 20 replies, visitor, hit, {}", "bare function giving the thread's page, {}"
_BASES = (
    "bare WSGI function",
    "Django's empty view, no middleware",
    "Django's empty view, default middleware",
)


def show(told):
    """Print the table."""
    machine, rows = told["machine"], told["reading"]
    print("\n{cores} cores, {memory_gib} GiB, {processor}".format(**machine), end=", ")
    print("Python {python}, Django {django}, {date}; load {load}\n".format(**machine))
    base = {row["name"]: row["rate"] for row in rows}
    print("| | req/s | p50 ms | p99 ms | CPU ms | x bare | x empty | x empty, middleware |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for row in rows:
        _line(row, [row["rate"] / base[name] for name in _BASES])
    for row in told["posting"]["rows"]:
        _line(row, [])
    _tell_the_rest(told)
    if told["finding"]:
        show_finding(told["finding"])


def show_finding(rows):
    """Print how long questions took."""
    print("\n| ms | asked | p50 | p95 | max | processor p50 | processor p95 |\n|---|--:|--:|--:|--:|--:|--:|")
    for row in rows:
        numbers = " | ".join(str(row[name]) for name in ("asked", "p50", "p95", "max", "cpu_p50", "cpu_p95"))
        print(f"| {row['name']} | {numbers} |")


def _tell_the_rest(told):
    fresh, posting = told["freshness"], told["posting"]
    rates = {row["name"]: row["rate"] for row in told["reading"]}
    for kind in ("brotli", "plain"):
        ratio = rates[_HIT.format(kind)] / rates[_SAME.format(kind)]
        print(f"\nA hit ({kind}) is {ratio:.2f} of a bare function giving the same bytes.", end="")
    print(f"\nHidden words were gone from all workers {fresh['p50']} ms after the commit (p50),", end=" ")
    print(f"{fresh['p99']} ms at most, in {fresh['turns']} turns under load.")
    print(f"{posting['posted']} replies posted, {posting['lost_counts']} counts lost.", end=" ")
    print(f"Workers: {told['megabytes']} MiB.")
    print(f"\nProcessor time a request with {told['size']['many']:,} replies as against {told['size']['few']:,}:")
    for row in told["growth"]:
        print(f"- {row['name']}: {row['few']} → {row['many']} ms ({row['change']:+.0%})")


def growth(few, many):
    """How the cost of each request changed while the database grew."""
    pairs = [(one, other) for one, other in zip(few, many, strict=True) if one["cpu_ms"]]
    return [
        {
            "name": one["name"],
            "few": one["cpu_ms"],
            "many": other["cpu_ms"],
            "change": other["cpu_ms"] / one["cpu_ms"] - 1,
        }
        for one, other in pairs
    ]


def machine():
    """Where this was measured."""
    import django

    with open("/proc/cpuinfo", encoding="utf-8") as file:
        named = (line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
        processor = next(named, platform.machine())
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(pages / 2**30),
        "processor": processor,
        "python": platform.python_version(),
        "django": django.get_version(),
        "date": str(date.today()),
        "load": round(os.getloadavg()[0], 1),
    }


def _line(row, ratios):
    shown = " | ".join(f"{ratio:.2f}" for ratio in ratios) or " | | "
    wrong = f" ({row['wrong']} wrong)" if row["wrong"] else ""
    print(f"| {row['name']}{wrong} | {row['rate']:,.0f} | {row['p50']} | {row['p99']} | {row['cpu_ms']} | {shown} |")
