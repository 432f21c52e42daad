"""Every sentence is there in Simplified Chinese and in the words of both other places; compiled is what is written."""

import ast
import gettext
from pathlib import Path

import pytest

LOCALE = Path(__file__).parents[2] / "locale"
LOCALES = ("zh_Hans", "zh_Hant", "zh_HK")


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


def test_all_say_the_same_sentences():
    simplified, *traditional = (entries(locale).keys() for locale in LOCALES)
    assert all(sentences == simplified for sentences in traditional)


# A simplified character, or a word Hong Kong knows as the mainland's.
FOREIGN = ("户", "説", "啓", "閲", "郵箱", "短信", "登錄", "賬", "搜索", "設置", "鏈接", "信息", "隱私", "導入", "導出")


def test_hong_kong_is_spoken_to_in_its_own_words():
    said = entries("zh_HK").values()
    wrong = [sentence for sentence in said if sentence and any(word in sentence for word in FOREIGN)]
    assert not wrong, "\n".join(wrong)
