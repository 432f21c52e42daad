"""What moderators do with tags: make two one, set one free again."""

from django.db import transaction

from forum.actions.decisions import sign
from forum.actions.pages import touch
from forum.models import Decision, Tag, Thread
from forum.rules import may_moderate, require


@transaction.atomic
def merge_tag(moderator, tag, into, *, reason):
    """The threads of ``tag`` stand under ``into`` from now on, and so does whoever writes ``tag`` again."""
    require(may_moderate(moderator))
    into = into.same_as or into
    if tag.pk == into.pk or tag.same_as_id == into.pk:
        return False
    marks = Thread.tags.through.objects
    threads = list(marks.filter(tag=tag).values_list("thread_id", flat=True))
    marks.bulk_create([Thread.tags.through(thread_id=pk, tag=into) for pk in threads], ignore_conflicts=True)
    marks.filter(tag=tag).delete()
    Tag.objects.filter(same_as=tag).update(same_as=into)
    tag.same_as = into
    tag.save(update_fields=["same_as"])
    touch("all")
    sign(moderator, Decision.Verb.SETTINGS, None, reason, f"#{tag} → #{into}")
    return True


@transaction.atomic
def free_tag(moderator, tag, *, reason):
    """An alias is a tag of its own again; the threads stay where they are."""
    require(may_moderate(moderator))
    if tag.same_as is None:
        return False
    into, tag.same_as = tag.same_as, None
    tag.save(update_fields=["same_as"])
    touch("all")
    sign(moderator, Decision.Verb.SETTINGS, None, reason, f"#{tag} ≠ #{into}")
    return True
