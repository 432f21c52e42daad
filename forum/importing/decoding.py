"""Bytes → text, in whatever encoding a scrape was saved."""

import codecs
import re

from django.utils.translation import gettext_lazy as _

from forum.importing.page import NotAPage
from forum.limits import PAGE_BYTES, PAGE_LINE

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"Rar!", b"7z\xbc\xaf")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029\x0b\x0c]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NEVER = re.compile("[\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# The commonest characters and marks in both scripts: whichever encoding shows more of them is the right one.
_COMMON = re.compile("[的一是不了在人有我他这這中大来來个個上们們到说說，。、]")


def decode(data):
    """The text of a file, with `\\n` line ends and without a byte order mark.

    Raises NotAPage when it is empty, too large, or no text at all.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise NotAPage(_("The file is empty."))
    if len(data) > PAGE_BYTES:
        raise NotAPage(_("The file is larger than any article page."))
    text = _LINE_ENDS.sub("\n", _text(data))
    if _is_binary(text):
        raise NotAPage(_("The file is not text."))
    text = _NEVER.sub("", _CONTROLS.sub("", text)).lstrip("\ufeff")
    if not text.strip():
        raise NotAPage(_("The file is empty."))
    if max(map(len, text.split("\n"))) > PAGE_LINE:
        raise NotAPage(_("The file has a line longer than any article."))
    return text


def _text(data):
    if data.startswith(_MAGIC):
        raise NotAPage(_("The file is not text."))
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\x00" in data:
        raise NotAPage(_("The file is not text."))
    return _strict(data, "utf-8") or _chinese(data) or _damaged(data)


def _strict(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _chinese(data):
    texts = [text for text in (_strict(data, "gb18030"), _strict(data, "big5hkscs")) if text]
    return max(texts, key=lambda text: len(_COMMON.findall(text)), default=None)


def _damaged(data):
    # A file cut in mid-character, or with a few bytes lost, is still worth reading.
    text = max(
        (data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030")),
        key=lambda text: -text.count("\ufffd"),
    )
    if text.count("\ufffd") * 50 > len(text):
        raise NotAPage(_("The file is in an encoding that cannot be read."))
    return text


def _is_binary(text):
    return "\x00" in text or len(_CONTROLS.findall(text)) * 100 > len(text)
