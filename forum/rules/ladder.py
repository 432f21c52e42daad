"""The next rung: which sanction fits a member's record. A proposal only; the moderator decides."""

from typing import NamedTuple

from forum import limits
from forum.models import Sanction


class Rung(NamedTuple):
    """What is proposed: the points that count now, the kind of sanction, for how many days."""

    points: int
    kind: str
    days: int

    @property
    def label(self):
        return Sanction.Kind(self.kind).label


def next_rung(user):
    """The rung of limits.LADDER this person has reached. Points fade by themselves: limits.POINTS_LAST_DAYS."""
    points = Sanction.objects.points_of(user)
    _least, kind, days = max(rung for rung in limits.LADDER if rung[0] <= points)
    return Rung(points, kind, days)
