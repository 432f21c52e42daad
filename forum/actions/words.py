"""The moderators' list of words, brought in as a whole."""

from django.db import transaction
from django.utils import timezone

from forum.actions.pages import touch
from forum.models import BlockedWord
from forum.rules import may_keep_words, require

_TOLD = ["level", "reach", "scopes", "note", "is_active", "changed_at"]


@transaction.atomic
def keep_words(moderator, words):
    """Add these BlockedWords; one whose word is listed already takes the other's place. Returns (added, changed)."""
    require(may_keep_words(moderator))
    known = BlockedWord.objects.select_for_update().in_bulk([one.word for one in words], field_name="word")
    now = timezone.now()
    for one in words:
        one.changed_at = now
        one.pk = known[one.word].pk if one.word in known else None
    BlockedWord.objects.bulk_create([one for one in words if one.pk is None])
    BlockedWord.objects.bulk_update([one for one in words if one.word in known], _TOLD)
    touch("all")
    return len(words) - len(known), len(known)
