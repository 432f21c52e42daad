"""Where do these addresses lie? For operators who wonder about a label, and for scripts."""

from django.core.management.base import BaseCommand

from forum.region import region_of


class Command(BaseCommand):
    """One line an address, in the order given: the address as typed, a tab, its label."""

    help = "Print ADDRESS<TAB>LABEL for each address given; what is not an address, or lies nowhere, is 未知."
    requires_system_checks = ()

    def add_arguments(self, parser):
        """Any number of addresses, at least one."""
        parser.add_argument("addresses", nargs="+", metavar="ADDRESS")

    def handle(self, *args, addresses, **options):
        """Needs no database."""
        for address in addresses:
            # a shell may hand over bytes that are no text; they must not stop the rest
            shown = address.encode(errors="surrogateescape").decode(errors="replace")
            self.stdout.write(f"{shown}\t{region_of(address).label}")
