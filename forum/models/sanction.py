from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum import limits, prepared


class SanctionQuerySet(models.QuerySet):
    def silencing(self):
        """Mutes and suspensions, whether they hold or not; a warning silences nobody."""
        return self.exclude(kind=Sanction.Kind.WARNING)

    def in_force(self):
        """Mutes and suspensions that hold now; they expire by themselves."""
        return self.silencing().filter(until__gt=Now(), lifted_at__isnull=True)

    def in_force_for(self, user):
        """The sanction that holds for this person, the heaviest and longest first, or None. Worded once."""
        rows = prepared.rows("sanction in force", _worded, user.pk)
        return Sanction.from_db(self.db, _columns(), rows[0]) if rows else None

    def points_of(self, user):
        """The points that count against this person now: of what was given within limits.POINTS_LAST, not lifted."""
        since = timezone.now() - timedelta(days=limits.POINTS_LAST_DAYS)
        counting = self.filter(user=user, since__gt=since, lifted_at__isnull=True)
        return counting.aggregate(sum=Sum("points"))["sum"] or 0


class Sanction(models.Model):
    """What a member got for an offence, until when and why. Reading, export and appeal remain, whatever it is."""

    class Kind(models.TextChoices):
        WARNING = "warning", _("Warning")
        MUTE = "mute", _("Mute")
        SUSPENSION = "suspend", _("Suspension")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="sanctions", verbose_name=_("user"))
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("moderator")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.MUTE)
    points = models.PositiveSmallIntegerField(_("points"), default=limits.POINTS["mute"])
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

    @property
    def is_suspension(self):
        return self.kind == self.Kind.SUSPENSION


def _worded(user):
    return Sanction.objects.in_force().filter(user=user).order_by("-points", "-until").values_list(*_columns())[:1]


def _columns():
    return [field.attname for field in Sanction._meta.concrete_fields]
