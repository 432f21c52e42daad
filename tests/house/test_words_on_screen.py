"""Every sentence is there in Simplified and Traditional Chinese, and the compiled file is the written one."""

import ast
import gettext
from pathlib import Path

import pytest

LOCALE = Path(__file__).parents[2] / "locale"
LOCALES = ("zh_Hans", "zh_Hant")


def entries(locale):
    """(context, msgid) → translation, read line by line; of plurals the one form Chinese has."""
    found, parts, part = {}, {}, ""
    for line in [*(LOCALE / locale / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8").splitlines(), ""]:
        assert "fuzzy" not in line, f"{locale}: a doubtful translation"
        if line.startswith("msg"):
            part, _space, line = line.partition(" ")
            parts[part] = ""
        if line.startswith('"'):
            parts[part] += ast.literal_eval(line)
        elif not line and parts:
            found[parts.get("msgctxt"), parts["msgid"]] = parts.get("msgstr", parts.get("msgstr[0]"))
            parts = {}
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_untranslated(locale):
    missing = [msgid for (_context, msgid), said in entries(locale).items() if not said]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_file_is_the_written_one(locale):
    with (LOCALE / locale / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for (context, msgid), said in entries(locale).items():
        if msgid and context is None:
            assert said in {compiled.gettext(msgid), compiled.ngettext(msgid, msgid, 1)}


def test_both_scripts_say_the_same_sentences():
    simplified, traditional = (entries(locale).keys() for locale in LOCALES)
    assert simplified == traditional
