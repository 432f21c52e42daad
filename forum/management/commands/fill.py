import time

from django.core.management.base import BaseCommand

from forum.actions.filling import fill


class Command(BaseCommand):
    help = "Fill the database with synthetic threads and replies, for measuring. Never on a site people use."

    def add_arguments(self, parser):
        parser.add_argument("--threads", type=int, default=1000)
        parser.add_argument("--replies", type=int, default=20_000)
        parser.add_argument("--unsearchable", action="store_true", help="rows only: search does not find them")

    def handle(self, *args, threads, replies, unsearchable, **options):
        began = time.monotonic()
        fill(threads, replies, searchable=not unsearchable)
        rows = threads + replies
        self.stdout.write(f"{rows} rows, {rows / (time.monotonic() - began):,.0f} a second")
