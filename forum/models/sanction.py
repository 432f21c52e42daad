from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SanctionQuerySet(models.QuerySet):
    def in_force(self):
        """Sanctions that hold now; they expire by themselves."""
        return self.filter(until__gt=timezone.now(), lifted_at__isnull=True)

    def in_force_for(self, user):
        """The sanction that holds longest for this person, or None."""
        return self.in_force().filter(user=user).order_by("-until").first()


class Sanction(models.Model):
    """A member may not speak until … (禁言); reading, export and appeal remain."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="sanctions", verbose_name=_("user"))
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("moderator")
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"))
    reason = models.CharField(_("reason"), max_length=300)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    objects = SanctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=Q(until__gt=F("since")), name="sanction_ends_after_start")]
        indexes = [models.Index(fields=["user", "-until"], name="sanction_in_force")]

    def __str__(self):
        return f"{self.user} → {self.until:%Y-%m-%d %H:%M}"
