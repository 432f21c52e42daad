from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


class NameEntry(models.Model):
    """By what a member or a tag is found: derived, rebuildable, written by ``forum.search`` only."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="name_entry")
    tag = models.OneToOneField("Tag", models.CASCADE, null=True, related_name="name_entry")
    name = models.CharField(max_length=40)  # as it was when the keys were made
    keys = ArrayField(models.CharField(max_length=20))  # pieces of the folded name and of its pinyin

    class Meta:
        verbose_name = "name entry"
        verbose_name_plural = "name entries"
        constraints = [
            models.CheckConstraint(condition=Q(user=None) ^ Q(tag=None), name="name_entry_of_one"),
        ]
        indexes = [GinIndex(fields=["keys"], name="name_entry_keys")]

    def __str__(self):
        return self.name
