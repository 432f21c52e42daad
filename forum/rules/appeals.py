"""Due process: who may object to a decision, and who decides it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits
from forum.models import Appeal, Decision
from forum.rules.offices import may_moderate
from forum.rules.ruling import ALLOWED, Ruling


def may_appeal(user, decision):
    """Whom a hide, a mute or a refused edit concerns, once, while it holds and within limits.APPEAL_WINDOW."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    if not Decision.objects.told_to(user).filter(pk=decision.pk).exists():
        return Ruling(_("This decision is not about you"))
    if Appeal.objects.filter(decision=decision).exists():
        return Ruling(_("You have appealed already; each decision can be appealed once"))
    if timezone.now() - decision.made_at > limits.APPEAL_WINDOW:
        return Ruling(_("The time for an appeal is over"))
    if not Decision.objects.appealable().filter(pk=decision.pk).exists():
        return Ruling(_("There is nothing here to appeal: nothing is hidden, muted or refused by this decision"))
    return ALLOWED


def may_decide_appeal(moderator, appeal):
    """A moderator who neither made the decision nor wrote the appeal, while it is open."""
    if not (ruling := may_moderate(moderator, appeal.thing)):
        return ruling
    if appeal.outcome != Appeal.Outcome.OPEN:
        return Ruling(_("This appeal has been decided already"))
    if appeal.author_id == moderator.pk:
        return Ruling(_("This is your own appeal; another moderator must decide it"))
    if appeal.decision.moderator_id == moderator.pk:
        return Ruling(_("You made this decision yourself; another moderator must decide the appeal"))
    return ALLOWED
