from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class SearchEntry(models.Model):
    """The words of one public thread or reply: derived, rebuildable, written by ``forum.search`` only.

    A reply's entry names its thread too, so that one join tells whether the thread is public.
    """

    thread = models.ForeignKey("Thread", models.CASCADE, related_name="entries")
    reply = models.OneToOneField("Reply", models.CASCADE, null=True, related_name="entry")
    text = models.TextField()  # plain: what snippets are cut from
    vector = SearchVectorField()
    written_at = models.DateTimeField()
    edition = models.PositiveSmallIntegerField()  # of the words; rebuild_search makes older ones anew

    class Meta:
        verbose_name = "search entry"
        verbose_name_plural = "search entries"
        constraints = [models.UniqueConstraint(fields=["thread"], condition=Q(reply=None), name="entry_once_a_thread")]
        indexes = [
            # Without a pending list: a reply is found as soon as it is posted, at the same price for all.
            GinIndex(fields=["vector"], name="entry_vector", fastupdate=False),
            models.Index(fields=["-written_at", "-id"], name="entry_newest"),
        ]

    def __str__(self):
        return f"{self.thread_id}#{self.reply_id or ''}"
