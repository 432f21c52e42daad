"""What the operator does with the review matrix, and moderators with what it published to be looked at."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from forum.actions.decisions import sign
from forum.actions.pages import touch
from forum.models import Assessment, Decision, Outcome, ReviewCell
from forum.rules import may_change_settings, may_moderate, require

_NAMED = 4  # cells a Decision spells out; it says how many more there were


@transaction.atomic
def save_matrix(moderator, category, cells, *, reason):
    """Make these the cells of a shelf, or with ``category`` None of every shelf without its own.

    ``cells``: (level, signal) → outcome; "" takes the cell away. Saying it twice changes nothing.
    """
    require(may_change_settings(moderator))
    rows = ReviewCell.objects.select_for_update().filter(category=category)
    before = {(row.level, row.signal): row.outcome for row in rows}
    changed = {place: outcome for place, outcome in cells.items() if before.get(place, "") != outcome}
    if not changed:
        return False
    for level, signal in changed:
        rows.filter(level=level, signal=signal).delete()
    made = [ReviewCell(category=category, level=place[0], signal=place[1], outcome=outcome)
            for place, outcome in changed.items() if outcome]  # fmt: skip
    ReviewCell.objects.bulk_create(made)
    touch("all")
    sign(moderator, Decision.Verb.SETTINGS, None, reason, _detail(category, changed))
    return True


@transaction.atomic
def look(moderator, assessment, *, reason):
    """A moderator has looked at what was published to be looked at; it stays as it is."""
    require(may_moderate(moderator))
    waiting = Assessment.objects.filter(pk=assessment.pk, outcome=Outcome.LOOK, looked_at=None)
    if not waiting.update(looked_at=timezone.now()):
        return False
    sign(moderator, Decision.Verb.LOOK, assessment.thing, reason)
    return True


def _detail(category, changed):
    cells = [ReviewCell(level=place[0], signal=place[1], outcome=outcome) for place, outcome in changed.items()]
    told = [f"{cell.get_level_display()} · {cell.get_signal_display()} → {cell.get_outcome_display() or '—'}"
            for cell in cells[:_NAMED]]  # fmt: skip
    shelf = category.name if category else _("All categories")
    more = _("{count} cells").format(count=len(changed)) if len(changed) > _NAMED else ""
    return "；".join([_("Review matrix"), shelf, *told, *([more] if more else [])])
