"""Settle what waits in the queue, once, whoever is first; and take a settlement back by a new decision."""

import uuid

from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.actions.amendments import publish_edit, refuse_edit, take_back
from forum.actions.claims import claim
from forum.actions.decisions import sign
from forum.actions.moderation import approve, dismiss_reports, hide
from forum.actions.pages import touch
from forum.actions.people import mute
from forum.actions.states import change_state
from forum.models import Amendment, Claim, Decision, Report, Sanction, Settlement, Signal, State, Thread
from forum.models.waiting import waiting_for
from forum.rules import Refused, may_settle, may_undo, require

Verb = Decision.Verb


class Choice(TextChoices):
    """What a moderator may say to a thing that waits."""

    PASS = (
        "pass",
        gettext_lazy("Let pass"),
    )  # held: approve; complained of: dismiss; signalled: looked at; edited: publish
    REFUSE = "refuse", gettext_lazy("Refuse the edit")  # the words before it stay
    HIDE = "hide", gettext_lazy("Hide")
    MUTE = "mute", gettext_lazy("Hide and mute")


@transaction.atomic
def settle(moderator, thing, choice, *, reason, days=3, rule=None, batch=None):
    """Say one Choice for a thread or reply that waits; returns its Settlement. ``rule``: the HouseRule it breaks.

    The thing is locked first, so of two moderators the second is told that it has been settled.
    """
    thing = type(thing).objects.select_for_update(no_key=True, of=("self",)).get(pk=thing.pk)
    require(may_settle(moderator, thing))
    before, number = thing.state, _last_number(thing)
    since, reports, signals = _what_waits(moderator, thing)
    amendment = Amendment.objects.waiting().filter(**{thing._meta.model_name: thing}).first()
    if amendment and choice == Choice.PASS:
        publish_edit(moderator, thing, reason=reason)
    sanction = _say(moderator, thing, choice, {"reason": reason, "rule": rule}, days)
    made = thing.decisions.filter(number__gt=number).order_by("number").first()
    if made is None:
        raise Refused(_("Its author has taken this back; let the complaints pass instead"))
    Claim.objects.about(thing).delete()
    return Settlement.objects.create(
        decision=made, batch=batch or uuid.uuid4(), before=before, after=thing.state, reports=reports,
        signals=signals, sanction=sanction, waited_since=since, amendment=amendment,
    )  # fmt: skip


@transaction.atomic
def undo(moderator, settlement, *, reason):
    """Put a settled thing back into the queue as it was, and into this moderator's hand.

    Nothing on the record changes: this is a Decision of its own, and names the one it takes back.
    """
    settlement = Settlement.objects.select_for_update(of=("self",)).select_related("decision").get(pk=settlement.pk)
    about = settlement.decision.thing
    thing = type(about).objects.select_for_update(no_key=True, of=("self",)).get(pk=about.pk)
    require(may_undo(moderator, settlement, thing))
    change_state(thing, State(settlement.before))
    if settlement.amendment and not settlement.amendment.is_waiting:
        take_back(settlement.amendment)
    Report.objects.filter(pk__in=settlement.reports).update(outcome=Report.Outcome.OPEN, resolved_at=None)
    Signal.objects.filter(pk__in=settlement.signals).update(outcome=Signal.Outcome.OPEN, resolved_at=None)
    _unmute(moderator, settlement, reason)
    claim(moderator, thing)
    detail = _("decision {number}").format(number=settlement.decision.number)
    settlement.undone = sign(moderator, Verb.UNDO, thing, reason, detail)
    settlement.save(update_fields=["undone"])
    return True


def see_signals(moderator, thread, *, reason):
    """The signals about this thread were looked at, and nothing follows from them."""
    require(may_settle(moderator, thread))
    open_ones = Signal.objects.filter(thread=thread, outcome=Signal.Outcome.OPEN)
    if seen := open_ones.update(outcome=Signal.Outcome.SEEN, resolved_at=timezone.now()):
        sign(moderator, Verb.SEEN, thread, reason)
    return bool(seen)


def _last_number(thing):
    return thing.decisions.order_by("-number").values_list("number", flat=True).first() or 0


def _what_waits(moderator, thing):
    """Since when, and which complaints and signals; Refused if nothing does any longer."""
    (row,) = waiting_for(moderator, 1, only=[(thing._meta.model_name, thing.pk)]) or [None]
    if row is None:
        last = thing.decisions.select_related("moderator").order_by("-number").first()
        name = last.moderator.username if last else _("Somebody")
        raise Refused(_("{name} has settled this meanwhile").format(name=name))
    reports = thing.reports.filter(outcome=Report.Outcome.OPEN).values_list("pk", flat=True)
    signals = thing.unusual.filter(outcome=Signal.Outcome.OPEN) if isinstance(thing, Thread) else Signal.objects.none()
    return row.since, list(reports), list(signals.values_list("pk", flat=True))


def _say(moderator, thing, choice, why, days):
    """The verbs a choice stands for; the Sanction, if one was given. ``why``: reason and rule."""
    reason = why["reason"]
    if isinstance(thing, Thread):
        see_signals(moderator, thing, reason=reason)
    if choice == Choice.PASS:
        approve(moderator, thing, reason=reason)
        dismiss_reports(moderator, thing, reason=reason)
        return None
    if choice == Choice.REFUSE:
        if not refuse_edit(moderator, thing, **why):
            raise Refused(_("No edit of this waits"))
        return None
    hide(moderator, thing, **why)
    if choice == Choice.HIDE:
        return None
    if thing.author is None:
        raise Refused(_("Its author has no account here; hide it instead"))
    return mute(moderator, thing.author, days=days, **why)


def _unmute(moderator, settlement, reason):
    if settlement.sanction_id is None:
        return
    mutes = Sanction.objects.in_force().filter(pk=settlement.sanction_id)
    if mutes.update(lifted_at=timezone.now()):
        touch(settlement.sanction.user)
        sign(moderator, Verb.UNMUTE, settlement.sanction.user, reason)
