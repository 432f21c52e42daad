import time

from django.core.management.base import BaseCommand

from forum import search

_WIDTH = 30  # characters of the bar


class Command(BaseCommand):
    help = (
        "Make the search index again, in batches, while the site runs: what is missing, and what an older edition "
        "of the words or another cutter has made. Stopped, it goes on where it was."
    )

    def add_arguments(self, parser):
        """One switch."""
        parser.add_argument("--all", action="store_true", help="everything, also what is up to date")

    def handle(self, *args, **options):
        """On a terminal a bar that moves; elsewhere a line at the end."""
        if options["all"]:
            search.distrust_all()
        while search.enter_names():
            pass
        made, began = 0, time.monotonic()
        for made, whole in search.rebuild():
            if self.stdout.isatty():
                self.stdout.write(f"\r{bar(made, whole, time.monotonic() - began)}", ending="")
                self.stdout.flush()
        self.stdout.write(f"\r{made} entries made".ljust(_WIDTH * 3 if self.stdout.isatty() else 0))


def bar(made, whole, seconds):
    """How far it is, how fast it goes, how long it takes yet: ████░░░░ 12,000 / 30,000 · 1,100/s · 0:16."""
    done = made * _WIDTH // max(whole, 1)
    rate = made / max(seconds, 0.001)
    minutes, rest = divmod(round((whole - made) / max(rate, 0.001)), 60)
    return f"{'█' * done}{'░' * (_WIDTH - done)} {made:,} / {whole:,} · {rate:,.0f}/s · {minutes}:{rest:02}  "
