"""One run of wrk: requests a second, p50 and p99, what came back wrong."""

import json
import re
import subprocess
import tempfile
from typing import NamedTuple

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"  # a reader, whose views count
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}

# Each thread takes every n-th of the requests, so that none is sent twice while there are others.
_SCRIPT = """
local paths, sessions, body = %s
local threads, first = 0, 0
function setup(thread) thread:set("mine", threads); threads = threads + 1 end
function init(args) at = mine end
function request()
  local path = paths[at %% #paths + 1]
  local headers = {}
  for name, value in pairs(wrk.headers) do headers[name] = value end
  if #sessions > 0 then headers["Cookie"] = (headers["Cookie"] or "") .. sessions[at %% #sessions + 1] end
  local said = body
  if body then said = body .. "%%20" .. mine .. "-" .. at end
  at = at + 2
  return wrk.format(wrk.method, path, headers, said)
end
"""


class Run(NamedTuple):
    """Times in milliseconds; ``wrong`` counts answers that were neither 2xx nor 3xx, and broken connections."""

    requests: int
    rate: float
    p50: float
    p99: float
    wrong: int


def run(port, paths, *, seconds, connections=16, headers=(), sessions=(), body=None):
    """Ask for these paths in turn for so many seconds; with a body they are posted."""
    script = _SCRIPT % ", ".join(_lua(value) for value in (list(paths), list(sessions), body))
    if body:
        script = f'wrk.method = "POST"\n{script}'
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        threads = min(2, connections)
        command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "10s"]
        if len(paths) > 1 or sessions or body:
            command += ["-s", file.name]
        for name, value in {"User-Agent": BROWSER, **dict(headers)}.items():
            command += ["-H", f"{name}: {value}"]
        url = f"http://127.0.0.1:{port}{paths[0]}"
        return _read(subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout)


def _read(told):
    wrong = sum(int(number) for number in re.findall(r"Non-2xx or 3xx responses: (\d+)", told))
    for numbers in re.findall(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", told):
        wrong += sum(map(int, numbers))
    return Run(
        requests=int(re.search(r"(\d+) requests in", told)[1]),
        rate=float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),
        p50=_milliseconds(told, 50),
        p99=_milliseconds(told, 99),
        wrong=wrong,
    )


def _milliseconds(told, part):
    number, unit = re.search(rf"\b{part}%\s+([\d.]+)(us|ms|s|m)", told).groups()
    return round(float(number) * _UNITS[unit], 3)


def _lua(value):
    if value is None:
        return "nil"
    if isinstance(value, list):
        return "{" + ", ".join(map(_lua, value)) + "}"
    return json.dumps(value)
