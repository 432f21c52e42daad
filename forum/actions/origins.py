"""The address behind words: shown to few, with a reason, and forgotten once the term is over."""

from django.db import transaction

from forum.actions.decisions import sign
from forum.models import Decision, Origin, SiteSettings
from forum.rules import may_see_origin, require


@transaction.atomic
def see_origin(moderator, thing, *, reason):
    """The Origin of a thread or reply, or None when it is forgotten or never was; looking is signed for."""
    require(may_see_origin(moderator))
    sign(moderator, Decision.Verb.ORIGIN, thing, reason)
    return Origin.objects.filter(**{thing._meta.model_name: thing}).first()


def forget_origins():
    """Delete addresses older than the operator's term; returns how many. The labels on replies stay."""
    days = SiteSettings.current().origin_days
    return Origin.objects.expired(days).delete()[0]
