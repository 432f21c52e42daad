"""A place in a list ordered by moments, as it stands in an address: ?before=<moment>_<number>."""

from datetime import datetime


def place_in_list(moment, pk):
    """The place after the row of this moment and number."""
    return f"{moment.isoformat()}_{pk}"


def place_read(text):
    """The moment and the number, or None for what is no place in a list."""
    moment, _mark, pk = text.partition("_")
    try:
        when = datetime.fromisoformat(moment.replace(" ", "+"))
    except ValueError:
        return None
    if when.tzinfo is None or not (pk.isascii() and pk.isdecimal() and len(pk) < 19):
        return None
    return when, int(pk)
