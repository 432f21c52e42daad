"""How fast words may follow each other. By level, which is asked only where a newcomer would be stopped."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits
from forum.models import Level, Thread
from forum.rules.levels import level_of
from forum.rules.offices import may_moderate
from forum.rules.ruling import ALLOWED, Ruling


def may_go_on(user, lately):
    """Whether a reply may follow those of the last minute, in the user's Lately."""
    since = timezone.now() - timedelta(minutes=1)
    if _stopping(user, sum(said.at > since for said in lately.own), "replies_a_minute") is None:
        return ALLOWED
    return Ruling(_("You are replying too fast; wait a moment"))


def may_publish_another(user):
    """Whether the articles of the last day leave room for one more."""
    since = timezone.now() - timedelta(days=1)
    lately = Thread.objects.filter(author=user, created_at__gt=since).count()
    level = _stopping(user, lately, "articles_a_day")
    if level is None:
        return ALLOWED
    sentence = _("Your level ({level}) may publish {most} articles a day; please go on tomorrow")
    return Ruling(sentence.format(level=level.label, most=limits.RIGHTS[level].articles_a_day))


def _stopping(user, lately, right):
    """The level for which so many are enough already, or None where there is room; moderators have the widest."""
    if lately < getattr(limits.RIGHTS[Level.NEWCOMER], right):
        return None
    level = Level.TRUSTED if may_moderate(user) else level_of(user)
    return level if lately >= getattr(limits.RIGHTS[level], right) else None
