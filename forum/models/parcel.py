from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum import limits


class ParcelQuerySet(models.QuerySet):
    def waiting(self):
        """Asked for, and neither packed nor given up."""
        return self.filter(made_at=None, failed_at=None)

    def over(self):
        """Packed, and past its term, while its file may still lie there."""
        return self.filter(made_at__lt=timezone.now() - limits.PARCEL_KEPT, erased_at=None)


class Parcel(models.Model):
    """Everything of one member's in a file of their own (我的数据包): asked for, packed by the worker, erased in time.

    The file lies below DATA_DIR, outside what is served; its name is nobody's guess.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="parcels")
    language = models.CharField(max_length=10)  # in which its pages speak
    name = models.CharField(max_length=40, unique=True)
    size = models.PositiveBigIntegerField(default=0)  # bytes
    asked_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    objects = ParcelQuerySet.as_manager()

    class Meta:
        verbose_name = _("parcel")
        verbose_name_plural = _("parcels")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(made_at=None, failed_at=None), name="parcel_one_at_a_time"
            )
        ]

    def __str__(self):
        return f"{self.user_id} {self.asked_at:%Y-%m-%d %H:%M}"

    @property
    def path(self):
        """Where its file lies, or will."""
        return Path(settings.DATA_DIR) / "parcels" / f"{self.name}.zip"

    @property
    def expires_at(self):
        return self.made_at and self.made_at + limits.PARCEL_KEPT

    @property
    def is_waiting(self):
        return self.made_at is None and self.failed_at is None

    @property
    def is_ready(self):
        """Packed, and within its term."""
        return bool(self.made_at and not self.erased_at and self.expires_at > timezone.now())
