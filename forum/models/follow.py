from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from forum.models.category import Tag
from forum.models.thread import Thread

NOUNS = {User: "person", Tag: "tag", Thread: "thread"}


class FollowQuerySet(models.QuerySet):
    def of(self, thing):
        """Who follows this person, tag or thread; a tag's aliases count as the tag."""
        if isinstance(thing, Tag):
            return self.filter(Q(tag=thing) | Q(tag__same_as=thing))
        return self.filter(**{NOUNS[type(thing)]: thing})


class Follow(models.Model):
    """A member follows (关注) a person, a tag or a thread: what is new there stands in their list."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="followers")
    tag = models.ForeignKey(Tag, models.CASCADE, null=True, related_name="followers")
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, related_name="followers")
    created_at = models.DateTimeField(default=timezone.now)

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow")
        verbose_name_plural = _("follows")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "person", "tag", "thread"], nulls_distinct=False, name="follow_once"
            ),
            models.CheckConstraint(
                condition=(
                    Q(person__isnull=False, tag=None, thread=None)
                    | Q(person=None, tag__isnull=False, thread=None)
                    | Q(person=None, tag=None, thread__isnull=False)
                ),
                name="follow_of_one_thing",
            ),
        ]

    def __str__(self):
        return f"{self.user_id} → {self.person or self.tag or self.thread}"
