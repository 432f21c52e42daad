"""Who may follow what."""

from django.utils.translation import gettext as _

from accounts.models import User
from forum import limits
from forum.models import Follow, State, Thread
from forum.rules.ruling import Ruling
from forum.rules.words import not_suspended


def may_follow(user, thing):
    """Any member: another person, any tag, a public thread of somebody else's; up to limits.FOLLOWS_MOST."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    if thing == user:
        return Ruling(_("You cannot follow yourself"))
    if isinstance(thing, User) and not thing.is_active:
        return Ruling(_("This account is closed"))
    if isinstance(thing, Thread):
        if thing.state != State.PUBLIC:
            return Ruling(_("This is not public"))
        if thing.author_id == user.pk:
            return Ruling(_("You are told of every reply to your own article already"))
    if Follow.objects.filter(user=user).count() >= limits.FOLLOWS_MOST:
        return Ruling(_("You follow a great many already; let some go first"))
    return not_suspended(user)
