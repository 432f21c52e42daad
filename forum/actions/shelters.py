"""一键防护: a member closes the door to strangers for some days, or a moderator does it for them."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from forum.actions.decisions import clean, sign
from forum.actions.pages import touch
from forum.models import Decision, Shelter
from forum.rules import may_moderate, may_shelter, may_take_shelter, require

Verb = Decision.Verb


@transaction.atomic
def take_shelter(member, *, days):
    """From now on strangers can neither answer nor mention this member, for ``days``, one of limits.SHELTER_DAYS.

    What was in force ends: the days are counted from now, so that saying it twice is saying it once.
    """
    require(may_take_shelter(member, days))
    return _begin(member, days)


@transaction.atomic
def leave_shelter(member):
    """Everybody may answer and mention this member again; whoever gave the shelter. Returns whether it held."""
    require(may_take_shelter(member, days=1))
    return _end(member)


@transaction.atomic
def shelter(moderator, user, *, days, reason):
    """Give a member shelter whom a moderator sees attacked; they can leave it at any time."""
    require(may_shelter(moderator, int(days)))
    given = _begin(user, int(days), moderator=moderator, reason=clean(reason))
    sign(moderator, Verb.SHELTER, user, reason, date_format(timezone.localtime(given.until), "Y-m-d H:i"))
    return given


@transaction.atomic
def unshelter(moderator, user, *, reason):
    """End a member's shelter."""
    require(may_moderate(moderator))
    if ended := _end(user):
        sign(moderator, Verb.UNSHELTER, user, reason)
    return ended


def _begin(user, days, **about):
    _end(user)
    now = timezone.now()
    return Shelter.objects.create(user=user, since=now, until=now + timedelta(days=days), **about)


def _end(user):
    touch("shelters")
    return bool(Shelter.objects.in_force().filter(user=user).update(lifted_at=timezone.now()))
