"""Renew the table of regions from ip2region's source texts, which an operator has fetched."""

from contextlib import ExitStack
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from forum.region.builder import BadSource, Built, build
from forum.region.table import PATH


class Command(BaseCommand):
    """Replaces the table in one step, or leaves it as it was and says why; old replies keep their labels."""

    help = "Build the region table from ip2region's texts (data/ipv4_source.txt and data/ipv6_source.txt upstream)."
    requires_system_checks = ()

    def add_arguments(self, parser):
        """Both texts, and the day the data was published: it becomes part of the version kept with each reply."""
        parser.add_argument("v4", type=Path, help="the IPv4 text")
        parser.add_argument("v6", type=Path, help="the IPv6 text")
        parser.add_argument("--date", type=date.fromisoformat, required=True, help="the data's date, YYYY-MM-DD")
        parser.add_argument("--output", type=Path, default=PATH, help="where the table goes (default: %(default)s)")

    def handle(self, *args, v4, v6, date, output, **options):
        """About twenty seconds and some 300 MB of memory for the published texts."""
        try:
            built = _build(v4, v6, date.isoformat())
            _replace(output, built.data)
        except (OSError, BadSource, UnicodeDecodeError) as error:
            raise CommandError(f"The table was not changed: {error}") from error
        self.stdout.write(f"{output}: {len(built.data)} bytes, {built.v4} IPv4 and {built.v6} IPv6 ranges")
        for name, lines in built.unnamed.most_common():
            self.stdout.write(f"{name}: no name for it in countries.py, {lines} lines are shown as 未知")


def _build(v4: Path, v6: Path, date: str) -> Built:
    with ExitStack() as open_files:
        texts = [open_files.enter_context(path.open(encoding="utf-8")) for path in (v4, v6)]
        return build(*texts, date=date)


def _replace(output: Path, data: bytes) -> None:
    beside = output.with_suffix(".new")
    beside.write_bytes(data)
    beside.replace(output)
