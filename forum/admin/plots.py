"""Plots drawn on the server: where each bar of an SVG stands, in units of its view box."""

from typing import NamedTuple

from django.utils.text import Truncator
from django.utils.translation import gettext as _

WIDTH = 320  # units; about as many pixels on a phone
TOP, FOOT, TALL = 18, 108, 126  # of columns: the line of the highest, the ground, the height with the labels
FULL = 0.7  # of its place a column fills
ROW, THICK = 30, 8  # of bars that lie: the height of a row with its words, and of the bar
LONGEST = 22  # characters printed in the drawing; the table has all of them


class Bar(NamedTuple):
    """One number: what it belongs to, as it is printed, and the place it was given (text: attributes are not
    localised)."""

    label: str
    shown: str
    x: str
    y: str
    width: str
    height: str
    brief: str = ""  # printed above a bar that lies, at …
    above: str = ""


class Plot(NamedTuple):
    """A drawing with its words; without bars there is nothing to draw."""

    key: str
    title: str
    figure: str  # the one number to take away
    about: str
    what: str  # the head of the table's first column
    bars: list
    kind: str  # columns, rows
    tall: int
    ticks: list  # [(label, x, anchor), …]
    most: str  # the highest, as printed


def columns(key, title, figure, about, what, rows):
    """A Plot of ``[(label, number, number as printed), …]`` side by side, in the order of time."""
    most = max((number for _label, number, _shown in rows), default=0)
    if not most:
        return Plot(key, title, figure, about, what, [], "columns", TALL, [], "")
    place = WIDTH / len(rows)
    bars = [_column(n * place, place, number / most, label, shown) for n, (label, number, shown) in enumerate(rows)]
    return Plot(
        key, title, figure, _described(about, rows), what, bars, "columns", TALL, _ticks(rows), _highest(rows)[2]
    )


def lying(key, title, figure, about, what, rows):
    """A Plot of ``[(label, number, number as printed), …]`` below each other, in the order given."""
    most = max((number for _label, number, _shown in rows), default=0)
    if not most:
        return Plot(key, title, figure, about, what, [], "rows", 0, [], "")
    bars = [
        Bar(
            label,
            shown,
            "0",
            f"{n * ROW + 18}",
            _units(WIDTH * number / most),
            f"{THICK}",
            _brief(label),
            f"{n * ROW + 13}",
        )
        for n, (label, number, shown) in enumerate(rows)
    ]
    return Plot(key, title, figure, _described(about, rows), what, bars, "rows", len(rows) * ROW, [], _highest(rows)[2])


def _column(left, place, part, label, shown):
    height = max(part * (FOOT - TOP), 1.5) if part else 0
    x, width = left + place * (1 - FULL) / 2, place * FULL
    return Bar(label, shown, _units(x), _units(FOOT - height), _units(width), _units(height))


def _ticks(rows):
    place, middle = WIDTH / len(rows), len(rows) // 2
    return [
        (rows[0][0], "0", "start"),
        (rows[middle][0], _units((middle + 0.5) * place), "middle"),
        (rows[-1][0], f"{WIDTH}", "end"),
    ]


def _described(about, rows):
    label, _number, shown = _highest(rows)
    return _("%(about)s The highest: %(label)s, %(shown)s.") % {"about": about, "label": label, "shown": shown}


def _highest(rows):
    return max(rows, key=lambda row: row[1])


def _brief(label):
    return Truncator(label).chars(LONGEST)


def _units(number):
    return f"{number:.1f}"
