"""Edits of public words that wait: who publishes or refuses them."""

from django.utils.translation import gettext as _

from forum import limits
from forum.models import Appeal, Decision, State
from forum.rules.queue import may_settle
from forum.rules.ruling import ALLOWED, Ruling

_REFUSALS = (Decision.Verb.HIDE, Decision.Verb.REFUSE)


def may_judge_edit(moderator, thing):
    """Whoever may settle the thing in the queue, while readers see it: an edit of hidden words waits with them."""
    if thing.state != State.PUBLIC:
        return Ruling(_("Nobody sees this just now; decide about it first"))
    return may_settle(moderator, thing)


def may_send_same(thing):
    """What was hidden is looked at again when something in it has changed; whoever thinks it right appeals."""
    if thing.state != State.HIDDEN:
        return ALLOWED
    return Ruling(_("Change the words before sending them again; if you think they were right, appeal"))


def may_resubmit(thing):
    """Whether its author may try once more: limits.RESUBMISSIONS times, then only an appeal is left.

    What was undone or granted on appeal is not counted against anybody.
    """
    refused = Decision.objects.filter(verb__in=_REFUSALS, **{thing._meta.model_name: thing})
    counted = refused.exclude(settlement__undone__isnull=False).exclude(appeal__outcome=Appeal.Outcome.GRANTED)
    if counted.count() < limits.RESUBMISSIONS:
        return ALLOWED
    sentence = _("This has been refused {most} times and cannot be sent again; an appeal remains")
    return Ruling(sentence.format(most=limits.RESUBMISSIONS))
