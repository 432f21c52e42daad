from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from forum.actions.demo import make_demo
from forum.rules import Refused


class Command(BaseCommand):
    help = "Make the demo community, or complete it: people, threads and replies in our own words. Twice is as once."

    def add_arguments(self, parser):
        parser.add_argument("--password", help="opens the demo accounts; needed where settings name no DEMO_PASSWORD")

    def handle(self, *args, password, **options):
        password = _good(password) if password else settings.DEMO_PASSWORD
        if not password:
            raise CommandError("This site is no laptop: choose the demo accounts' password with --password.")
        try:
            accounts, threads = make_demo(password)
        except Refused as refusal:  # a member of that name is here already, and is no moderator
            raise CommandError(f"Nothing was written. {refusal}") from None
        self.stdout.write(f"{len(threads)} demo threads written")
        if threads:
            names = ", ".join(user.username for user in accounts)
            self.stdout.write(f"Sign in as {names} with the password {password}")


def _good(password):
    try:
        validate_password(password)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from None
    return password
