"""Lexemes that say where a thing belongs and when it was written, not what it says. No text holds one.

They stand in the same index as the words, so that a common word by one author, or of the newest days, costs what
few matches cost: PostgreSQL skips through the long list of the word.
"""

from forum.chinese import fold
from forum.models import Reply

DAY = 86_400  # seconds
LEVELS = (("d", 1), ("e", 16), ("f", 256))  # a lexeme for its day, its 16 days, its 256 days
_MOST = 50  # lexemes a span of time is written with
THREAD, REPLY = "@thread", "@reply"


def marks_of(thing, written_at):
    """The marks of a thread or reply: kind, author, region, days."""
    yield REPLY if isinstance(thing, Reply) else THREAD
    if thing.author_id:
        yield author_mark(thing.author_id)
    elif byline := getattr(thing, "byline", ""):
        yield byline_mark(byline)
    if thing.region:
        yield region_mark(thing.region)
    day = day_of(written_at)
    yield from (f"@{level}{day // days}" for level, days in LEVELS)


def author_mark(pk):
    """Of what an account wrote."""
    return f"@a{pk}"


def byline_mark(name):
    """Of what an imported page says that somebody wrote."""
    return f"@b{fold(name)}"[:64]


def region_mark(label):
    """Of what was written from a place, by its stored label."""
    return f"@r{label}"


def day_of(moment):
    """Days since 1970, UTC."""
    return int(moment.timestamp() // DAY)


def days_marks(first, last):
    """Marks of which one stands on everything written from day `first` to `last` or later, on nothing before `first`.

    [] when they would be too many.
    """
    marks, day = [], first
    while day <= last and len(marks) < _MOST:
        level, days = next(one for one in reversed(LEVELS) if day % one[1] == 0)
        marks.append(f"@{level}{day // days}")
        day += days
    return marks if day > last else []
