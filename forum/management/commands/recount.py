from django.core.management.base import BaseCommand

from forum.actions.counters import recount


class Command(BaseCommand):
    help = "Set every counter to what the rows say, and print what was wrong: nothing on a healthy site."

    def handle(self, *args, **options):
        for correction in recount():
            noun = type(correction.thing).__name__.lower()
            change = f"{correction.column} {correction.was} → {correction.now}"
            self.stdout.write(f"{noun} {correction.thing.pk}: {change}")
