from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ShelterQuerySet(models.QuerySet):
    def in_force(self):
        """Shelters that hold now; they end by themselves."""
        return self.filter(until__gt=timezone.now(), lifted_at__isnull=True)

    def in_force_for(self, user):
        """The one that holds for this person, or None."""
        return self.in_force().filter(user=user).order_by("-until").first()


class Shelter(models.Model):
    """A member whom strangers can neither answer nor mention until … (一键防护), taken by themselves or given by a
    moderator. Who is a stranger: forum.rules.strangers. Nobody else's words change."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="shelters", verbose_name=_("user"))
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("moderator")
    )  # null: taken by the member
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    objects = ShelterQuerySet.as_manager()

    class Meta:
        verbose_name = _("shelter")
        verbose_name_plural = _("shelters")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=Q(until__gt=F("since")), name="shelter_ends_after_start")]
        indexes = [
            models.Index(fields=["until"], name="shelter_in_force", condition=Q(lifted_at__isnull=True)),
        ]

    def __str__(self):
        return f"{self.user} → {self.until:%Y-%m-%d %H:%M}"
