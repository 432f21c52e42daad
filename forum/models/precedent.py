from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum import limits


class Precedent(models.Model):
    """A decision shown to everybody as a case (公示案例), in a moderator's words that name nobody."""

    decision = models.OneToOneField("Decision", models.PROTECT, related_name="precedent")
    summary = models.CharField(_("summary"), max_length=limits.SUMMARY_LENGTH)
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    shown_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("case shown")
        verbose_name_plural = _("cases shown")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(summary=""), name="precedent_has_summary")]

    def __str__(self):
        return self.summary[:40]
