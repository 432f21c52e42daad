import re
import subprocess
from functools import cache

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.management.commands import makemessages

from forum.chinese import to_hant

_LOCALES = ("zh_Hans", "zh_Hant", "zh_HK")


class _Collect(makemessages.Command):
    """Without gettext's guesses: a sentence is translated by a person or not at all."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]


class Command(BaseCommand):
    help = "Collect the interface's sentences, fill both Traditional Chinese catalogues, compile. Needs GNU gettext."
    requires_system_checks = []

    def handle(self, *args, **options):
        for locale in _LOCALES:
            self._once_each(locale)
        call_command(
            _Collect(),
            locale=_LOCALES,
            no_location=True,
            no_wrap=True,
            no_obsolete=True,
            ignore_patterns=["data", ".venv", "tests", "static"],
            verbosity=0,
        )
        self._fill("zh_Hant", to_hant)
        self._fill("zh_HK", to_hong_kong)
        for locale in _LOCALES:
            path = self._path(locale)
            text = self._run(
                "msgattrib", "--force-po", "--sort-output", "--no-wrap", "--no-location", "--no-obsolete", path
            )
            path.write_text(text, encoding="utf-8")
            self._run("msgfmt", "--check", "-o", path.with_suffix(".mo"), path)
            missing = self._run("msgattrib", "--untranslated", "--no-wrap", path) + self._run(
                "msgattrib", "--only-fuzzy", path
            )
            for line in missing.splitlines():
                if line.startswith("msgid") and line != 'msgid ""':
                    self.stdout.write(f"{locale} lacks {line}")

    def _once_each(self, locale):
        """A union merge may leave a sentence twice; the first stays."""
        path = self._path(locale)
        if path.exists():
            path.write_text(self._run("msguniq", "--force-po", "--use-first", "--no-wrap", path), encoding="utf-8")

    def _fill(self, locale, converted):
        """What a person has not worded for readers of this place yet is converted by phrase."""
        known = _pairs(self._path("zh_Hans").read_text(encoding="utf-8"))
        path = self._path(locale)
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        path.write_text("\n\n".join(_filled(block, known, converted) for block in blocks), encoding="utf-8")

    def _path(self, locale):
        return settings.BASE_DIR / "locale" / locale / "LC_MESSAGES" / "django.po"

    def _run(self, *command):
        done = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True)
        return done.stdout


def to_hong_kong(text):
    """A Simplified sentence as Hong Kong writes it (OpenCC), with the words it says (locale/zh_HK/words.txt)."""
    pattern, said = _said_in_hong_kong()
    return pattern.sub(lambda found: said[found[0]], to_hant(text, place="hk"))


@cache
def _said_in_hong_kong():
    path = settings.BASE_DIR / "locale" / "zh_HK" / "words.txt"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split(maxsplit=1) for line in lines]
    longest_first = sorted((row[0] for row in rows), key=len, reverse=True)
    return re.compile("|".join(longest_first)), dict(rows)


def _pairs(po):
    """Each block of a .po file by everything before its first msgstr."""
    return {block.partition("msgstr")[0]: block for block in map(_bare, po.split("\n\n")) if "msgstr" in block}


def _bare(block):
    return "\n".join(line for line in block.splitlines() if not line.startswith("#"))


def _filled(block, known, converted):
    head, _mark, tail = _bare(block).partition("msgstr")
    if head.endswith('msgid ""\n'):
        return block
    empty = tail.strip() in {'""', '[0] ""'}
    simplified = known.get(head, "")
    if not empty or not simplified:
        return block
    flags = [line for line in block.splitlines() if line.startswith("#,") and "fuzzy" not in line]
    return "\n".join([*flags, head + "msgstr" + converted(simplified.partition("msgstr")[2])])
