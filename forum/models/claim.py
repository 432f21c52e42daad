from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ClaimQuerySet(models.QuerySet):
    def in_force(self):
        """Claims that hold now; they run out by themselves."""
        return self.filter(until__gt=timezone.now())

    def about(self, thing):
        """Whoever has this thread or reply in hand."""
        return self.filter(**{thing._meta.model_name: thing})


class Claim(models.Model):
    """A moderator has a waiting thread or reply in hand (领取), until …: nobody else is given it meanwhile."""

    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="claims")
    thread = models.OneToOneField("Thread", models.CASCADE, null=True, blank=True, related_name="claim")
    reply = models.OneToOneField("Reply", models.CASCADE, null=True, blank=True, related_name="claim")
    until = models.DateTimeField(_("until"))

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            models.CheckConstraint(
                condition=Q(reply__isnull=False, thread__isnull=True) | Q(reply__isnull=True, thread__isnull=False),
                name="claim_of_one_thing",
            )
        ]
        indexes = [models.Index(fields=["moderator", "until"], name="claim_hand")]

    def __str__(self):
        return f"{self.moderator} → {self.until:%H:%M}"
