"""Block somebody, or no longer; they are not told."""

from django.db import transaction

from forum.actions.pages import touch
from forum.models import Block, Follow
from forum.rules import may_block, require


@transaction.atomic
def set_block(user, person, *, blocked):
    """Have nothing to do with this person, or again; neither follows the other from then on."""
    if not blocked:
        if Block.objects.filter(user=user, person=person).delete()[0]:
            touch(user, person, f"blockers-{person.pk}")
        return
    require(may_block(user, person))
    if not Block.objects.get_or_create(user=user, person=person)[1]:
        return
    ends = Follow.objects.filter(user=user, person=person) | Follow.objects.filter(user=person, person=user)
    touch(user, person, f"blockers-{person.pk}", *(("lists",) if ends.delete()[0] else ()))
