"""What every part of a parcel is made of."""

from typing import NamedTuple

from django.utils import timezone


class Section(NamedTuple):
    """One kind of thing: the name of its files, and its rows by the names of forum.exporting.wording."""

    name: str
    rows: list


def at(moment):
    """A moment in the site's time, to the second; None stays None."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
