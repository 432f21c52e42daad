"""The address behind words: shown to few, with a reason, and forgotten once the term is over."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Max, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from forum import limits
from forum.actions.decisions import sign
from forum.actions.looks import note_look
from forum.models import Decision, Look, Origin, SiteSettings
from forum.rules import may_see_origin, require


@transaction.atomic
def see_origin(moderator, thing, *, reason):
    """The Origin of a thread or reply, or None when it is forgotten or never was; looking is signed for."""
    require(may_see_origin(moderator))
    found = Origin.objects.filter(**{thing._meta.model_name: thing}).first()
    note_look(moderator, Look.What.ORIGIN, f"{thing._meta.model_name} {thing.pk}", int(found is not None), reason)
    sign(moderator, Decision.Verb.ORIGIN, thing, reason)
    return found


@transaction.atomic
def see_neighbours(moderator, user, *, reason):
    """Other accounts that lately wrote from the same addresses, as (account, times, last); looking is signed for.

    A hint and no proof: a school, a company or a mobile carrier shares one address among thousands.
    """
    require(may_see_origin(moderator))
    since = timezone.now() - timedelta(days=limits.NEIGHBOUR_DAYS)
    lately = Origin.objects.filter(created_at__gt=since, ip__isnull=False)
    writer = Coalesce("reply__author_id", "thread__author_id")
    mine = lately.filter(Q(reply__author=user) | Q(thread__author=user)).values("ip")
    others = lately.filter(ip__in=mine).annotate(writer=writer).exclude(writer=user.pk).exclude(writer=None)
    met = others.values("writer").annotate(times=Count("pk"), last=Max("created_at")).order_by("-times", "-last")
    met = list(met[: limits.NEIGHBOURS_SHOWN])
    people = User.objects.in_bulk([one["writer"] for one in met])
    note_look(moderator, Look.What.ORIGIN, f"user {user.pk}", len(people), reason)
    sign(moderator, Decision.Verb.ORIGIN, user, reason)
    return [(people[one["writer"]], one["times"], one["last"]) for one in met]


def forget_origins():
    """Delete addresses older than the operator's term; returns how many. The labels on replies stay."""
    days = SiteSettings.current().origin_days
    return Origin.objects.expired(days).delete()[0]
