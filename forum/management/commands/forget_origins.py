from django.core.management.base import BaseCommand

from forum.actions.origins import forget_origins


class Command(BaseCommand):
    help = "Forget the addresses behind words written longer ago than the operator's term."

    def handle(self, *args, **options):
        self.stdout.write(f"{forget_origins()} addresses forgotten")
