# `make run` and `make test` need nothing but Python 3.11 or newer; `make help` lists the rest.
# PYTHON names the Python to use, VENV where its packages go; HOST, PORT, DATA_DIR and DATABASE_URL are the site's.

MAKEFLAGS += --no-print-directory
ifdef PYTHON
python := $(PYTHON)
else
# The one our packages are in; else the first that is new enough and can make a virtual environment; else the first
# that is new enough.
enough := import sys; sys.exit(sys.version_info < (3, 11))
candidates := $(or $(VENV),.venv)/bin/python python3 python3.14 python3.13 python3.12 python3.11 python
python := $(or $(shell for module in ensurepip sys; do for name in $(candidates); do \
	$$name -c "import $$module; $(enough)" 2>/dev/null && echo $$name && exit; done; done),python3)
endif

manage := @$(python) manage.py

.PHONY: help run test unit house attack browser bench bench-quick bench-search check messages

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 18

run:  ## the site with a demo community, at http://127.0.0.1:8000 (HOST, PORT, DATA_DIR, DATABASE_URL)
	$(manage) run

test:  ## everything, PostgreSQL and browser included
	$(manage) test

unit:  ## the tests of one room at a time
	$(manage) test tests/unit

house:  ## the rules of the house
	$(manage) test tests/house

attack:  ## doors, forged forms, hostile input
	$(manage) test tests/attack

browser:  ## what only a browser knows
	$(manage) test tests/browser

bench:  ## how fast it is, beside a bare function and Django's empty view (installs wrk; half an hour)
	$(manage) bench

bench-quick:  ## the same in under three minutes
	$(manage) bench --quick

bench-search:  ## how good search is, class by class, beside LIKE, PostgreSQL's parser and SQLite's trigrams
	$(manage) bench_search

check:  ## ruff, Django's own checks, missing migrations
	$(manage) lint

messages:  ## sort and fill the translations, compile them
	$(manage) messages
