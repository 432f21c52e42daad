"""Saved article pages become threads."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from forum import limits
from forum.actions.importing import host_page
from forum.importing import NotAPage, read_page
from forum.models import Category

UNREADABLE = {
    FileNotFoundError: gettext_lazy("there is no such file"),
    IsADirectoryError: gettext_lazy("it is a folder"),
    PermissionError: gettext_lazy("permission denied"),
}
NOTHING = {"comments": None, "views": None, "favourites": None, "minutes": None}


class Command(BaseCommand):
    """Each file is hosted in a transaction of its own: the good ones are imported, the bad are listed."""

    help = "Host saved article pages as threads; exit code 1 when any file is refused."
    requires_system_checks = ()

    def add_arguments(self, parser):
        """At least one file."""
        parser.add_argument("files", nargs="*", metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="only read; nothing is written")
        parser.add_argument("--json", action="store_true", help="print a list with one object a file, and nothing else")
        parser.add_argument("--category", metavar="SLUG", help="the shelf of new threads")
        parser.add_argument("--no-repair", action="store_true", help="show the text as it was saved")

    def handle(self, *args, files, **options):
        """Reports to stdout; reasons for refusal to stderr, or inside the JSON."""
        if not files:
            raise CommandError(_("Which file? Name at least one saved page."))
        category = self._category(options["category"]) if not options["dry_run"] else None
        reports = []
        for file in files:
            try:
                reports.append(self._import(file, category, options))
            except NotAPage as refusal:
                reports.append(self._refuse(file, str(refusal.reason), options))
        if options["json"]:
            self.stdout.write(json.dumps(reports, ensure_ascii=False, indent=2))
        if not all(report["accepted"] for report in reports):
            sys.exit(1)

    def _category(self, slug):
        if slug is None:
            return None
        try:
            return Category.objects.get(slug=slug)
        except Category.DoesNotExist:
            known = ", ".join(Category.objects.values_list("slug", flat=True)) or "—"
            raise CommandError(
                _("There is no category {slug}; there are: {known}").format(slug=slug, known=known)
            ) from None

    def _import(self, file, category, options):
        raw = _read(file)
        page = read_page(raw, repair=not options["no_repair"])
        if options["dry_run"]:
            done = _("can be imported")
        else:
            thread, created = host_page(None, page, raw, Path(file).name, category)
            words = _("imported as {address}") if created else _("renewed {address}")
            done = words.format(address=thread.get_absolute_url())
        if not options["json"]:
            self.stdout.write(f"{file}: {done} · {page.title} · {_told(page)}")
        return report_of(file, page)

    def _refuse(self, file, reason, options):
        if not options["json"]:
            self.stderr.write(f"{file}: {reason}")
        return {"file": file, "accepted": False, "error": reason, "title": None, "author": None, "counters": NOTHING,
                "body_text": "", "replies": [], "repairs": []}  # fmt: skip


def report_of(file, page):
    """What a script is told about an accepted page."""
    counters = page.counters
    return {
        "file": file,
        "accepted": True,
        "error": None,
        "title": page.title,
        "author": page.author,
        "counters": {name: getattr(counters, name) for name in NOTHING},
        "body_text": page.body_text(),
        "replies": [{"region": reply.region, "text": reply.text} for reply in page.replies],
        "repairs": [
            {"kind": repair.kind, "count": repair.count, "confidence": repair.confidence} for repair in page.repairs
        ],
    }


def _read(file):
    """The bytes; one more than can be a page is enough to know that it is none."""
    try:
        with open(file, "rb") as opened:
            return opened.read(limits.PAGE_BYTES + 1)
    except OSError as error:
        reason = UNREADABLE.get(type(error), error.strerror)
        raise NotAPage(_("The file cannot be read: {reason}.").format(reason=reason)) from None


def _told(page):
    replies = ngettext("{count} reply", "{count} replies", len(page.replies)).format(count=len(page.replies))
    mended = sum(repair.count for repair in page.repairs)
    return replies + " · " + ngettext("{count} repair", "{count} repairs", mended).format(count=mended)
