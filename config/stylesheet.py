"""One stylesheet out of many small files, without a build step.

The files under static/css are written apart and sent together: twenty requests would cost a phone on
a slow line more than all the rules in them. Where static files are looked for, css/site.css is found
as well, freshly joined; collectstatic then hashes and compresses it like any other file.
"""

import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
APART = {"theme-dark.css"}  # linked by itself, with the media query the reader chose


def sources(css=settings.BASE_DIR / "static" / "css"):
    """The files that make the stylesheet: the order of layers first, the rest as the alphabet has it."""
    rest = sorted({*css.glob("*.css"), *css.glob("components/*.css")} - {css / "layers.css"})
    return [css / "layers.css", *(path for path in rest if path.name not in APART)]


class StylesheetFinder(BaseFinder):
    """Finds css/site.css, joining it anew when one of its files has changed."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(settings.DATA_DIR / "joined")

    def find(self, path, find_all=False, **kwargs):
        """The joined file's path, or nothing for any other name (``all``: Django 5.1's word for find_all)."""
        wanted = Path(path).as_posix() == NAME
        several = find_all or kwargs.get("all", False)
        if not wanted:
            return []
        return [self._join()] if several else self._join()

    def list(self, ignore_patterns):
        self._join()
        yield NAME, self.storage

    def _join(self):
        joined = Path(self.storage.path(NAME))
        text = "\n".join(path.read_text(encoding="utf-8") for path in sources())
        if not joined.exists() or joined.read_text(encoding="utf-8") != text:
            joined.parent.mkdir(parents=True, exist_ok=True)
            fresh = joined.with_suffix(f".{os.getpid()}")
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(joined)  # another process may be reading it
        return str(joined)
