"""What manage.py does once the packages are there: a door of ours, or a Django command with its database."""

import contextlib
import importlib
import os

from config import embedded, processes

DOORS = {
    "run": "config.run",
    "test": "config.trial",
    "lint": "config.lint",
    "bench": "tests.load.bench",
    "bench_search": "tests.load.search.bench",
    "bench_words": "tests.load.words",
}

# Starting the embedded server for these would be time lost, or wrong while an image is being built.
WITHOUT_DATABASE = {
    *("help", "--help", "version", "--version", "check", "collectstatic", "findstatic", "diffsettings"),
    *("makemessages", "compilemessages", "messages", "startapp"),
}


def say(argv):
    """Carry out the command line `argv`."""
    door = DOORS.get(argv[1]) if len(argv) > 1 else None
    main = importlib.import_module(door).main if door else _django
    main(argv)


def _django(argv):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    from django.core.management import execute_from_command_line

    without = len(argv) < 2 or (argv[1] in WITHOUT_DATABASE and "--database" not in argv)
    processes.stop_on_signals()
    with contextlib.nullcontext() if without else embedded.serving(embedded.data_folder()):
        execute_from_command_line(argv)
