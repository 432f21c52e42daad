from django.core.management.base import BaseCommand, CommandError

from forum.models import Decision, Evidence
from forum.models.chain import breaks

WRONG = {
    "missing": "is missing",
    "changed": "was changed: its digest is not that of its facts",
    "unlinked": "does not follow the one before it: one of the two was replaced or moved",
    "replaced": "is not the one that was noted",
}


class Command(BaseCommand):
    help = (
        "Check the chain of decisions, and the evidence kept with reports. A healthy chain is a line with the last "
        "number and digest: note it elsewhere, and --noted NUMBER:DIGEST later also finds the last rows removed, or "
        "the whole made anew."
    )

    def add_arguments(self, parser):
        parser.add_argument("--noted", metavar="NUMBER:DIGEST", help="the end of an earlier run's line")

    def handle(self, *args, noted=None, **options):
        wrong = 0
        for number, what in breaks(Decision.objects.all(), _pair(noted) if noted else None):
            wrong += 1
            self.stdout.write(f"decision {number} {WRONG[what]}")
        for evidence in Evidence.objects.order_by("pk").iterator(chunk_size=500):
            if not evidence.is_whole:
                wrong += 1
                self.stdout.write(f"evidence of report {evidence.report_id} {WRONG['changed']}")
        if wrong:
            raise CommandError(f"The record is not whole; things wrong: {wrong}")
        last = Decision.objects.order_by("number").last()
        self.stdout.write(f"decisions: {last.number}, whole; {last.number}:{last.digest}" if last else "decisions: 0")


def _pair(noted):
    number, colon, digest = noted.partition(":")
    if not colon or not number.isascii() or not number.isdigit() or len(digest) != 64:
        raise CommandError("--noted wants NUMBER:DIGEST as an earlier run printed them")
    return int(number), digest
