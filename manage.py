#!/usr/bin/env python3
"""Gentie's command line. `run` and `test` need nothing but Python 3.11; the rest are Django commands."""

import sys

if sys.version_info < (3, 11):  # said here, in words an old Python can read, before anything else is imported
    sys.exit(
        "Gentie needs Python 3.11 or newer and this is %d.%d: install it, or name one you have, "
        "as in: make run PYTHON=python3.11" % sys.version_info[:2]
    )

from config import bootstrap

if __name__ == "__main__":
    bootstrap.enter(sys.argv)
    from config import commands  # needs the packages that bootstrap has just made sure of

    commands.say(sys.argv)
