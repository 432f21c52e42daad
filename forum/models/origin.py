from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OriginQuerySet(models.QuerySet):
    def expired(self, days):
        """Rows older than the term, in days."""
        return self.filter(created_at__lt=timezone.now() - timedelta(days=days))


class Origin(models.Model):
    """The address behind a reply or thread (发布来源): apart from the words, never public, forgotten after its term."""

    reply = models.OneToOneField("Reply", models.CASCADE, null=True, blank=True, related_name="origin")
    thread = models.OneToOneField("Thread", models.CASCADE, null=True, blank=True, related_name="origin")
    ip = models.GenericIPAddressField(_("address"), null=True)
    port = models.PositiveIntegerField(_("port"), null=True)
    user_agent = models.CharField(_("browser"), max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = OriginQuerySet.as_manager()

    class Meta:
        verbose_name = _("origin")
        verbose_name_plural = _("origins")
        constraints = [
            models.CheckConstraint(
                condition=Q(reply__isnull=False, thread__isnull=True) | Q(reply__isnull=True, thread__isnull=False),
                name="origin_of_one_thing",
            )
        ]

    def __str__(self):
        return self.ip or "—"
