"""Who may block whom, and what that keeps from being said."""

from django.utils.translation import gettext as _

from accounts.models import User
from forum.models import Block
from forum.rules.offices import holds_office
from forum.rules.ruling import ALLOWED, Ruling


def may_block(user, person):
    """Any member, the muted and suspended too: another, but nobody who moderates."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    if person == user:
        return Ruling(_("You cannot block yourself"))
    if holds_office(person):
        return Ruling(_("Whoever moderates cannot be blocked"))
    return ALLOWED


def may_reach(author, *people):
    """Whether none of these people (their numbers; None is a ghost) has blocked this author."""
    unwilling = Block.blockers_of(author).intersection(people) if any(people) else ()
    if not unwilling:
        return ALLOWED
    name = User.objects.filter(pk__in=unwilling).values_list("username", flat=True).first()
    return Ruling(_("{name} takes no replies or mentions from you").format(name=name))
