"""What moderators and the operator do with people: warn, mute, suspend, ban, make somebody a moderator."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from forum import limits
from forum.actions.decisions import clean, sign
from forum.actions.pages import touch
from forum.models import Decision, Sanction
from forum.rules import MODERATORS, Refused, may_appoint, may_ban, may_moderate, may_mute, require

Verb, Kind = Decision.Verb, Sanction.Kind


def warn(moderator, user, *, reason):
    """The member is told; nothing else follows but a point that counts for limits.POINTS_LAST_DAYS."""
    return _sanction(moderator, user, Kind.WARNING, Verb.WARN, limits.POINTS_LAST_DAYS, reason)


def mute(moderator, user, *, days, reason):
    """The member may not speak for so many days; it ends by itself."""
    return _sanction(moderator, user, Kind.MUTE, Verb.MUTE, days, reason)


def suspend(moderator, user, *, days, reason):
    """For so many days nothing remains but reading, taking one's data along and appealing; it ends by itself."""
    return _sanction(moderator, user, Kind.SUSPENSION, Verb.SUSPEND, days, reason)


@transaction.atomic
def unmute(moderator, user, *, reason):
    """Lift every mute and suspension in force."""
    require(may_moderate(moderator))
    if lifted := Sanction.objects.in_force().filter(user=user).update(lifted_at=timezone.now()):
        touch(user)
        sign(moderator, Verb.UNMUTE, user, reason)
    return bool(lifted)


def ban(moderator, user, *, reason):
    """The account can no longer sign in (封禁); whoever is signed in is signed out. The words stay."""
    return _let_in(moderator, user, False, Verb.BAN, reason)


def unban(moderator, user, *, reason):
    """The account may sign in again."""
    return _let_in(moderator, user, True, Verb.UNBAN, reason)


@transaction.atomic
def appoint(superuser, user, *, reason):
    """Make a member a moderator."""
    require(may_appoint(superuser, user))
    added = user.groups.through.objects.get_or_create(group=_moderators(), user=user)[1]
    if added:
        touch(user)
        sign(superuser, Verb.APPOINT, user, reason)
    return added


@transaction.atomic
def release(superuser, user, *, reason):
    """A moderator is a member like the others again."""
    require(may_appoint(superuser, user))
    if removed := user.groups.through.objects.filter(group=_moderators(), user=user).delete()[0]:
        touch(user)
        sign(superuser, Verb.RELEASE, user, reason)
    return bool(removed)


@transaction.atomic
def _sanction(moderator, user, kind, verb, days, reason):
    require(may_mute(moderator, user))
    if not 1 <= days <= limits.MUTE_LONGEST_DAYS:
        raise Refused(_("Choose between 1 and {most} days").format(most=limits.MUTE_LONGEST_DAYS))
    until = timezone.now() + timedelta(days=days)
    sanction = Sanction.objects.create(
        user=user, moderator=moderator, kind=kind, points=limits.POINTS[kind], until=until, reason=clean(reason)
    )
    touch(user)
    detail = "" if kind == Kind.WARNING else date_format(timezone.localtime(until), "Y-m-d H:i")
    sign(moderator, verb, user, reason, detail)
    return sanction


@transaction.atomic
def _let_in(moderator, user, active, verb, reason):
    require(may_ban(moderator, user))
    if not User.objects.filter(pk=user.pk, is_active=not active).update(is_active=active):
        return False
    user.is_active = active
    touch("all")
    sign(moderator, verb, user, reason)
    return True


def _moderators():
    if group := Group.objects.filter(name=MODERATORS).first():
        return group
    raise Refused(_("The group of moderators is missing; run the migrations again"))
