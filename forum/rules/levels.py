"""How well a member is known here. One place, so that another way of telling can take its place."""

from datetime import timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, IntegerField
from django.utils import timezone

from accounts.models import User
from forum import limits, prepared
from forum.models import Level, Reply, Sanction, Thread

_LADDER = ((Level.TRUSTED, limits.TRUSTED), (Level.REGULAR, limits.REGULAR), (Level.MEMBER, limits.MEMBER))


def level_of(user):
    """The member's Level: by days here and public articles and replies; nobody muted of late is trusted."""
    days = (timezone.now() - user.date_joined).days
    said = _said(user)
    reached = (level for level, least in _LADDER if days >= least.days and said >= least.said)
    level = next(reached, Level.NEWCOMER)
    if level == Level.TRUSTED and _muted_lately(user):
        return Level.REGULAR
    return level


def is_newcomer(user):
    """Of whom work is asked before they speak (setting PROOF_ASKED_OF)."""
    return level_of(user) == Level.NEWCOMER and not user.has_perm("forum.moderate")


def _said(user):
    """Public articles and replies; no more are counted than anybody asks for. One question, worded once."""
    return sum(prepared.rows("said in all", _worded, user.pk)[0])


def _worded(author):
    most = limits.TRUSTED.said
    said = [noun.objects.public().filter(author=author).order_by().values("pk")[:most] for noun in (Reply, Thread)]
    counts = [Func(ArraySubquery(rows), function="cardinality", output_field=IntegerField()) for rows in said]
    return User.objects.filter(pk=author).values_list(*counts)


def _muted_lately(user):
    since = timezone.now() - timedelta(days=limits.TRUSTED.days)
    return Sanction.objects.filter(user=user, since__gt=since).exists()
