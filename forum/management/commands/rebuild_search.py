from django.core.management.base import BaseCommand

from forum import search


class Command(BaseCommand):
    help = (
        "Make the search index again, in batches, while the site runs: what is missing, and what an older edition "
        "of the words has made. Stopped, it goes on where it was."
    )

    def add_arguments(self, parser):
        """One switch."""
        parser.add_argument("--all", action="store_true", help="everything, also what is up to date")

    def handle(self, *args, **options):
        """A line a batch on a terminal is one line that moves."""
        if options["all"]:
            search.distrust_all()
        while search.enter_names():
            pass
        made = 0
        for made, whole in search.rebuild():
            self.stdout.write(f"\r{made} / {whole}", ending="")
            self.stdout.flush()
        self.stdout.write(f"\r{made} entries made")
