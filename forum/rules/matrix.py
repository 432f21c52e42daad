"""The review matrix as a question: what follows from a shelf, a level and what is seen."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from forum import limits
from forum.memory import recall
from forum.models import Level, Outcome, ReviewCell, Trait
from forum.rules.ruling import ALLOWED, Ruling

# What follows where no cell says anything; elsewhere words are published.
UNSAID = {(Level.NEWCOMER, Trait.PROOF): Outcome.HOLD}
_HARDER = {outcome: place for place, outcome in enumerate(Outcome)}


class Matrix(NamedTuple):
    """``cells``: (number of the category or None, level, signal) → outcome."""

    cells: dict

    def outcome(self, category, level, signals):
        """The hardest of what its signals ask for on this shelf (the number of a category)."""
        return max((self._cell(category, level, one) for one in {Trait.ANY, *signals}), key=_HARDER.get)

    def _cell(self, category, level, signal):
        unsaid = UNSAID.get((level, signal), Outcome.PUBLISH)
        everywhere = self.cells.get((None, level, signal), unsaid)
        return Outcome(self.cells.get((category, level, signal), everywhere))


def current_matrix():
    """The Matrix in force."""
    return recall(("matrix",), _ask)


def may_pass(outcome):
    """Whether words the matrix has judged may be written at all."""
    if outcome == Outcome.REFUSE:
        return Ruling(_("This looks like something machines send and cannot be published; a moderator can help"))
    return ALLOWED


# What a site might begin with; nothing holds before an operator has tried it and switched it on.
SUGGESTED = {
    (level, signal): outcome for level, rights in limits.RIGHTS.items() for signal, outcome in rights.review.items()
}


def _ask():
    rows = ReviewCell.objects.values_list("category_id", "level", "signal", "outcome")
    return Matrix({(category, level, signal): outcome for category, level, signal, outcome in rows})
