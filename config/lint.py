"""The door behind `make check`: what can be judged without running a test."""

import sys

from config.bootstrap import ROOT
from config.processes import run, stop_on_signals

CHECKS = (
    ("-m", "ruff", "check"),
    ("-m", "ruff", "format", "--check"),
    ("manage.py", "check"),
    ("manage.py", "makemigrations", "--check", "--dry-run"),
)


def main(argv):
    """Make every check, also after one has failed; the exit code is 1 when any did."""
    stop_on_signals()
    failed = [words for words in CHECKS if run([sys.executable, *words], cwd=ROOT)]
    sys.exit(f"Failed: {', '.join(' '.join(words[-2:]) for words in failed)}" if failed else 0)
