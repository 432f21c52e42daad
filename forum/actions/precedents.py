"""Show a decision to everybody as a case, told so that nobody is found by it; and take it down again."""

from django.db import transaction
from django.utils.translation import gettext as _

from forum import limits
from forum.actions.decisions import sign
from forum.models import Decision, Precedent
from forum.rules import Refused, is_anonymous, may_exhibit, require

Verb = Decision.Verb


@transaction.atomic
def exhibit(moderator, decision, *, summary, reason):
    """Show it, or tell it in other words. ``summary``: at most limits.SUMMARY_LENGTH characters."""
    require(may_exhibit(moderator, decision))
    summary = summary.strip()[: limits.SUMMARY_LENGTH]
    if not summary:
        raise Refused(_("Tell in a few sentences what happened"))
    require(is_anonymous(summary, decision))
    told = {"summary": summary, "moderator": moderator}
    if Precedent.objects.filter(decision=decision, summary=summary).exists():
        return False
    Precedent.objects.update_or_create(decision=decision, defaults=told)
    sign(moderator, Verb.EXHIBIT, decision.thing, reason, _("decision {number}").format(number=decision.number))
    return True


@transaction.atomic
def withhold(moderator, decision, *, reason):
    """It is no longer shown; the decision stays what it is."""
    require(may_exhibit(moderator, decision))
    if not Precedent.objects.filter(decision=decision).delete()[0]:
        return False
    sign(moderator, Verb.WITHHOLD, decision.thing, reason, _("decision {number}").format(number=decision.number))
    return True
