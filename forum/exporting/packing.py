"""Pages, data and pictures → a zip."""

import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.conf import settings
from django.utils import timezone, translation

from forum.exporting.gathering import gather
from forum.exporting.pages import file_of, index_page, pictures_in, section_page, thread_page
from forum.models import Amendment, Reply, Revision, Thread
from forum.pictures import open_picture

_DAY = (2000, 1, 1, 0, 0, 0)  # of every file: the same rows give the same bytes
_STYLES = "layers reset tokens base layout components/prose components/person components/decision components/lists"


def pack(user, path, language):
    """Write everything of this member's to a zip at ``path``, its pages in this language."""
    sections = gather(user)
    with translation.override(language or settings.LANGUAGE_CODE), ZipFile(path, "w") as box:
        _put(box, "index.html", index_page(user, sections, timezone.localtime()))
        _put(box, "style.css", _style())
        for section in sections:
            _put(box, f"{section.name}.html", section_page(user, section))
            _put(box, f"data/{section.name}.json", json.dumps(section.rows, ensure_ascii=False, indent=1))
        shown = {user.avatar} if user.avatar else set()
        for thread in Thread.objects.filter(author=user).order_by("pk").iterator(chunk_size=100):
            shown |= set(pictures_in(thread.body_html, thread.body))
            _put(box, f"threads/{thread.pk}.html", thread_page(user, thread))
        waiting = Amendment.objects.filter(thread__author=user)
        earlier = Revision.objects.filter(editor=user, thread__author=user)
        for noun in (Reply.objects.filter(author=user), earlier, waiting):
            shown |= {name for body in noun.values_list("body", flat=True).iterator() for name in pictures_in(body)}
        _put_pictures(box, sorted(shown))


def _put(box, name, data, how=ZIP_DEFLATED):
    entry = ZipInfo(name, _DAY)
    entry.compress_type = how
    box.writestr(entry, data)


def _put_pictures(box, names):
    for name in names:
        try:
            with open_picture(name) as file:
                _put(box, file_of(name), file.read(), ZIP_STORED)  # they are compressed already
        except FileNotFoundError:  # named in a text, and never here
            continue


def _style():
    """Our own stylesheet, as far as these pages need it, with the dark one for whoever reads in the dark."""
    css = Path(settings.BASE_DIR) / "static" / "css"
    light = [(css / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES.split()]
    dark = (css / "theme-dark.css").read_text(encoding="utf-8")
    return "\n".join([*light, "@media (prefers-color-scheme: dark) {", dark, "}"])
