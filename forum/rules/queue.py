"""The queue several moderators share: who may settle what, and who may take it back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits
from forum.models import Claim, Decision
from forum.rules.offices import may_moderate
from forum.rules.ruling import ALLOWED, Ruling


def may_settle(moderator, thing):
    """A moderator of this thing who did not write it, unless another has it in hand."""
    if not (ruling := may_moderate(moderator, thing)):
        return ruling
    if thing.author_id == moderator.pk:
        return Ruling(_("These are your own words; another moderator must judge them"))
    if claim := Claim.objects.in_force().about(thing).exclude(moderator=moderator).select_related("moderator").first():
        return Ruling(_("{name} has this in hand").format(name=claim.moderator.username))
    return ALLOWED


def may_undo(moderator, settlement, thing):
    """Whoever settled it, for limits.UNDO_WINDOW, as long as nothing else has happened to it since."""
    if not (ruling := may_moderate(moderator, thing)):
        return ruling
    if settlement.decision.moderator_id != moderator.pk:
        return Ruling(_("Another moderator settled this; an appeal or a decision of its own changes it"))
    if settlement.undone_id:
        return Ruling(_("This has been undone already"))
    if timezone.now() - settlement.settled_at > limits.UNDO_WINDOW:
        return Ruling(_("The time for undoing is over; decide anew"))
    if thing.state != settlement.after or _edited_anew(settlement):
        return Ruling(_("Something else has happened to this since"))
    return ALLOWED


def _edited_anew(settlement):
    """Whether an edit was settled, and its author has written another since."""
    about_edit = settlement.decision.verb in {Decision.Verb.AMEND, Decision.Verb.REFUSE}
    return about_edit and settlement.amendment is None
