from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Favourite(models.Model):
    """A member keeps a thread (收藏)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="favourites")
    thread = models.ForeignKey("Thread", models.CASCADE, related_name="favourites")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("favourite")
        verbose_name_plural = _("favourites")
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="favourite_once")]

    def __str__(self):
        return f"{self.user_id} ★ {self.thread_id}"


class Like(models.Model):
    """A member agrees with a thread or a reply (赞)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="likes")
    thread = models.ForeignKey("Thread", models.CASCADE, null=True, blank=True, related_name="likes")
    reply = models.ForeignKey("Reply", models.CASCADE, null=True, blank=True, related_name="likes")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("like")
        verbose_name_plural = _("likes")
        constraints = [
            models.UniqueConstraint(fields=["user", "thread"], name="like_thread_once"),
            models.UniqueConstraint(fields=["user", "reply"], name="like_reply_once"),
            models.CheckConstraint(
                condition=Q(reply__isnull=False, thread__isnull=True) | Q(reply__isnull=True, thread__isnull=False),
                name="like_of_one_thing",
            ),
        ]

    def __str__(self):
        return f"{self.user_id} ♡ {self.thread_id or self.reply_id}"
