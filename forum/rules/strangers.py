"""Whom strangers may answer and mention: everybody, but a member who has taken shelter (一键防护)."""

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from forum import limits
from forum.memory import recall
from forum.models import Follow, Reply, Shelter, State
from forum.rules.blocks import may_reach
from forum.rules.offices import may_moderate
from forum.rules.ruling import ALLOWED, Ruling


def is_stranger(to, other):
    """Whether ``other`` is a stranger to ``to`` (both numbers of accounts): ``to`` neither follows them nor has ever
    answered them, in public.

    To answer somebody is to reply to them, or under an article of theirs. It is the protected person's doing that
    counts, never the other's: whoever writes to somebody a hundred times, or follows them, stays a stranger.
    """
    if to == other or Follow.objects.filter(user=to, person=other).exists():
        return False
    theirs = Q(parent__author=other) | Q(answering__author=other) | Q(thread__author=other)
    return not Reply.objects.filter(theirs, author=to, state=State.PUBLIC).exists()


def sheltered():
    """Who is in shelter at this moment: ``{number of the account: until when}``."""
    now = timezone.now()
    return {number: until for number, until in _in_force().items() if until > now}


def may_address(user, *numbers):
    """Whether this member may answer or mention the accounts of these numbers; moderators may, whoever it is.

    Who has blocked them says no in any case.
    """
    if not (reaching := may_reach(user, *numbers)):
        return reaching
    closed = sheltered()
    for number in sorted(closed.keys() & numbers):
        if is_stranger(number, user.pk) and not may_moderate(user):
            return _closed(number, closed[number])
    return ALLOWED


def may_take_shelter(user, days):
    """Any member, for one of limits.SHELTER_DAYS; muted and suspended ones too."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    return _lasting(days)


def may_shelter(moderator, days):
    """Moderators of everything give shelter to whom they see attacked."""
    return may_moderate(moderator) and _lasting(days)


def _in_force():
    """Who is sheltered until when: few at any time, asked by every page a member opens."""

    def ask():
        return dict(Shelter.objects.in_force().order_by("until").values_list("user", "until"))

    return recall(("shelters",), ask, shows=("shelters", "all"))


def _closed(number, until):
    name = User.objects.values_list("username", flat=True).get(pk=number)
    at = date_format(timezone.localtime(until), "Y-m-d H:i")
    who = _("Until {until} {name} can only be answered and mentioned by people whom {name} follows or has answered")
    return Ruling(who.format(name=name, until=at))


def _lasting(days):
    if days in limits.SHELTER_DAYS:
        return ALLOWED
    choices = "、".join(map(str, limits.SHELTER_DAYS))
    return Ruling(_("Shelter lasts one of {choices} days").format(choices=choices))
