"""What moderators and 管理员 do with people: warn, mute, suspend, ban, give and take offices."""

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
from forum.models import Claim, Decision, Office, Sanction
from forum.rules import (
    CHIEFS,
    MODERATORS,
    OFFICES,
    Refused,
    may_appoint,
    may_ban,
    may_moderate,
    may_mute,
    require,
)

Verb, Kind = Decision.Verb, Sanction.Kind


def warn(moderator, user, *, reason, rule=None):
    """The member is told; nothing else follows but a point that counts for limits.POINTS_LAST_DAYS."""
    return _sanction(moderator, user, Kind.WARNING, Verb.WARN, limits.POINTS_LAST_DAYS, reason, rule)


def mute(moderator, user, *, days, reason, rule=None):
    """The member may not speak for so many days; it ends by itself."""
    return _sanction(moderator, user, Kind.MUTE, Verb.MUTE, days, reason, rule)


def suspend(moderator, user, *, days, reason, rule=None):
    """For so many days nothing remains but reading, taking one's data along and appealing; it ends by itself."""
    return _sanction(moderator, user, Kind.SUSPENSION, Verb.SUSPEND, days, reason, rule)


@transaction.atomic
def unmute(moderator, user, *, reason):
    """Lift every mute and suspension in force."""
    require(may_moderate(moderator))
    if lifted := Sanction.objects.in_force().filter(user=user).update(lifted_at=timezone.now()):
        touch(user)
        sign(moderator, Verb.UNMUTE, user, reason)
    return bool(lifted)


def ban(moderator, user, *, reason, rule=None):
    """The account can no longer sign in (封禁); whoever is signed in is signed out. The words stay."""
    return _let_in(moderator, user, False, Verb.BAN, reason, rule)


def unban(moderator, user, *, reason):
    """The account may sign in again."""
    return _let_in(moderator, user, True, Verb.UNBAN, reason)


@transaction.atomic
def appoint(admin, user, *, office=CHIEFS, category=None, reason):
    """Give a member an office; 版主 get it for one category at a time. Returns whether anything changed."""
    require(may_appoint(admin, user, office))
    if office == MODERATORS and category is None:
        raise Refused(_("Choose the category they shall have charge of"))
    added = user.groups.through.objects.get_or_create(group=_group(office), user=user)[1]
    if office == MODERATORS:
        added = Office.objects.get_or_create(user=user, category=category)[1] or added
    if added:
        touch(user)
        sign(admin, Verb.APPOINT, user, reason, f"{office} · {category}" if office == MODERATORS else office)
    return added


@transaction.atomic
def release(admin, user, *, reason):
    """Whoever held an office is a member like the others again."""
    require(may_appoint(admin, user))
    held = list(user.groups.filter(name__in=OFFICES).values_list("name", flat=True))
    user.groups.through.objects.filter(group__name__in=OFFICES, user=user).delete()
    charges = Office.objects.filter(user=user).delete()[0]
    Claim.objects.filter(moderator=user).delete()
    if held or charges:
        touch(user)
        sign(admin, Verb.RELEASE, user, reason, "、".join(held))
    return bool(held or charges)


@transaction.atomic
def _sanction(moderator, user, kind, verb, days, reason, rule):
    require(may_mute(moderator, user))
    if not 1 <= days <= limits.MUTE_LONGEST_DAYS:
        raise Refused(_("Choose between 1 and {most} days").format(most=limits.MUTE_LONGEST_DAYS))
    until = timezone.now() + timedelta(days=days)
    sanction = Sanction.objects.create(
        user=user, moderator=moderator, kind=kind, points=limits.POINTS[kind], until=until, reason=clean(reason)
    )
    touch(user)
    detail = "" if kind == Kind.WARNING else date_format(timezone.localtime(until), "Y-m-d H:i")
    sign(moderator, verb, user, reason, detail, rule=rule)
    return sanction


@transaction.atomic
def _let_in(moderator, user, active, verb, reason, rule=None):
    require(may_ban(moderator, user))
    if not User.objects.filter(pk=user.pk, is_active=not active).update(is_active=active):
        return False
    user.is_active = active
    touch("all")
    sign(moderator, verb, user, reason, rule=rule)
    return True


def _group(name):
    if group := Group.objects.filter(name=name).first():
        return group
    raise Refused(_("The group {name} is missing; run the migrations again").format(name=name))
