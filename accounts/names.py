"""Names people may have: Han, Latin letters, digits, underscore and hyphen, and what counts as the same name."""

import re
import unicodedata

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from accounts.phone import number_in

WIDTH = (2, 20)  # columns: one to ten Han characters, or as many letters as fill them
_SHAPE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffffA-Za-z0-9_-]+")
_READABLE = re.compile(r"[^_-]")
_TRIMMINGS = re.compile(r"[\d_-]+")

# Whoever reads one of these takes the speaker for the site itself: as a whole name …
_OFFICES = "admin administrator root system staff support moderator mod webmaster postmaster official gentie api null"
# … or anywhere in it.
_TITLES = "管理员 版主 站长 官方 客服 系统通知 超级用户"


def width(name):
    """Columns a name takes: a Han character is two wide, everything else one."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in name)


def folded(name):
    """What two names share when a reader would take them for one (see the setting NAME_FOLDING)."""
    return import_string(settings.NAME_FOLDING)(name)


def check_shape(name):
    """Refuse characters a name may not have, and names too narrow or too wide."""
    if not _SHAPE.fullmatch(name) or not _READABLE.search(name):
        raise ValidationError(_("Use Chinese characters, letters, digits, _ and - only."), code="shape")
    if not WIDTH[0] <= width(name) <= WIDTH[1]:
        raise ValidationError(_("A name is 1 to 10 Chinese characters, or 2 to 20 letters."), code="width")


def nearest(name):
    """What of a name from elsewhere could be one here: to begin a form with, not to decide anything."""
    kept = "".join(_SHAPE.findall(name))
    while width(kept) > WIDTH[1]:
        kept = kept[:-1]
    return kept if _READABLE.search(kept) else ""


def check_kept(name):
    """Refuse names that would pass for the people who run the site."""
    if kept := _KEPT.word_in(name):
        raise ValidationError(_("“%(word)s” is kept for those who run this site."), code="kept", params={"word": kept})


def check_no_number(name):
    """Refuse a name shaped like a mobile number: it is signed in with, and everybody would read it under a reply."""
    if number_in(name.replace("_", "")):
        raise ValidationError(_("A name is shown to everybody; a mobile number cannot be one."), code="number")


def check_unlike_staff(name, staff):
    """Refuse a name that is a staff member's but for digits and dashes around it: 老周-1 would be read as 老周."""
    core = folded(_TRIMMINGS.sub("", name))
    if core and (like := next((one for one in staff if folded(_TRIMMINGS.sub("", one)) == core), "")):
        raise ValidationError(_("“%(name)s” helps run this site; choose a name less like it."), "like", {"name": like})


class _Kept:
    @cached_property
    def offices(self):
        return {folded(word): word for word in _OFFICES.split()}

    @cached_property
    def titles(self):
        return {folded(word): word for word in _TITLES.split()}

    def word_in(self, name):
        """The reserved word this name is, or has in it; empty when it has none."""
        name = folded(name)
        titles = self.titles | {folded(word): word for word in import_string(settings.NAMES_KEPT_BY)()}
        return self.offices.get(name, "") or next((word for fold, word in titles.items() if fold in name), "")


_KEPT = _Kept()
validators = [check_shape]
