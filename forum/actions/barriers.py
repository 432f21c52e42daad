"""Keep a range of addresses or an e-mail domain out, for a while or for good."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from forum.actions.decisions import clean, sign
from forum.actions.pages import touch
from forum.models import Barrier, Decision
from forum.rules import may_bar, require
from forum.rules.barriers import cleaned


@transaction.atomic
def raise_barrier(moderator, kind, value, *, reason, days=None):
    """Nobody from ``value`` signs up, and from a range of addresses nobody writes; for ``days``, or for good.

    The record says so as a change of the site's settings, for it is about nobody in particular.
    """
    require(may_bar(moderator))
    value = cleaned(kind, value)
    until = timezone.now() + timedelta(days=days) if days else None
    barrier = Barrier.objects.create(kind=kind, value=value, reason=clean(reason), moderator=moderator, until=until)
    touch("barriers")
    sign(moderator, Decision.Verb.SETTINGS, None, reason, _("barrier before {value}").format(value=value))
    return barrier


@transaction.atomic
def lift_barrier(moderator, barrier, *, reason):
    """Let them in again."""
    require(may_bar(moderator))
    if not Barrier.objects.standing().filter(pk=barrier.pk).update(lifted_at=timezone.now()):
        return False
    touch("barriers")
    sign(moderator, Decision.Verb.SETTINGS, None, reason, _("no barrier before {value}").format(value=barrier.value))
    return True
