"""The door behind `make test`: Chromium if it can be had, a database of the tests' own, and pytest."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

from config import embedded
from config.bootstrap import ROOT, install_with_apt
from config.processes import CannotStart, run, stop_on_signals

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium", "fonts-noto-cjk", "libatomic1")  # the last is what Playwright's driver is linked against


def main(argv):
    """Run pytest with the given arguments (all tests without any) and leave with its exit code."""
    stop_on_signals()
    wanted = argv[2:] or ["tests"]
    if any(Path(word).name == "tests" or "browser" in word for word in wanted):
        _have_a_browser()
    processes = ["-n", "2"] if all((ROOT / word).is_dir() for word in wanted) and (os.cpu_count() or 1) > 1 else []
    pytest = [sys.executable, "-m", "pytest", *processes, *wanted]
    data = Path(tempfile.mkdtemp(prefix="gentie-test-"))
    try:
        data.chmod(0o711)  # root's server runs as another user, who has to pass through
        sys.exit(run(pytest, by=signal.SIGINT, cwd=ROOT, env={**os.environ, "DATA_DIR": str(data)}))
    finally:
        embedded.remove(data / "test")
        shutil.rmtree(data, ignore_errors=True)


def browser():
    """Return the path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def _driver_runs():
    node, _script = compute_driver_executable()
    return run([node, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def _have_a_browser():
    if (browser() and _driver_runs()) or install_with_apt(*PACKAGES):
        return
    lack = f"A browser is missing and could not be installed: apt-get install {' '.join(PACKAGES)}"
    if os.environ.get("CI") == "true":
        raise CannotStart(f"{lack} (with CI=true its tests must run)")
    print(f"{lack}. The browser tests will be skipped.", flush=True)
