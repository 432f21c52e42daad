"""Take things of the queue in hand, and give them back. Several moderators at once are never given the same."""

from django.db import transaction
from django.utils import timezone

from forum import limits
from forum.models import Claim
from forum.models.waiting import NOUNS, waiting_for
from forum.rules import may_judge, may_settle, require


@transaction.atomic
def take(moderator, most=limits.HAND):
    """Fill this moderator's hand up to ``most`` for limits.CLAIM_TERM, what they hold already included.

    Whatever another is just taking is passed over (SKIP LOCKED), not waited for.
    """
    require(may_judge(moderator))
    wanted = [row.key for row in waiting_for(moderator, most)]
    until = timezone.now() + limits.CLAIM_TERM
    for noun, things in NOUNS.items():
        pks = [pk for kind, pk in wanted if kind == noun]
        free = things.objects.filter(pk__in=pks).order_by("pk").select_for_update(skip_locked=True, no_key=True)
        locked = list(free.values_list("pk", flat=True))
        # asked anew: who committed a claim before we had the lock is seen now
        others = Claim.objects.in_force().exclude(moderator=moderator).filter(**{f"{noun}__in": locked})
        gone = set(others.values_list(noun, flat=True))
        _write(noun, [Claim(moderator=moderator, until=until, **{f"{noun}_id": pk}) for pk in locked if pk not in gone])


@transaction.atomic
def claim(moderator, thing):
    """Take this one thing in hand, as after an undo."""
    noun = thing._meta.model_name
    type(thing).objects.select_for_update(no_key=True).only("pk").get(pk=thing.pk)
    require(may_settle(moderator, thing))
    until = timezone.now() + limits.CLAIM_TERM
    _write(noun, [Claim(moderator=moderator, until=until, **{noun: thing})])


def give_back(moderator):
    """Empty the hand: others are given what was in it."""
    require(may_judge(moderator))
    return Claim.objects.filter(moderator=moderator).delete()[0]


def _write(noun, claims):
    Claim.objects.bulk_create(claims, update_conflicts=True, unique_fields=[noun], update_fields=["moderator", "until"])
