from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Look(models.Model):
    """Somebody read private data (查阅): who, what they asked for, why, how much was found. Append-only: the
    database refuses update and delete."""

    class What(models.TextChoices):
        ORIGIN = "origin", _("The origin of one thing")
        ADDRESS = "address", _("Who wrote from an address")
        EMAIL = "email", _("Whose an e-mail address is")
        IDENTITY = "identity", _("Whether and how an identity was confirmed")

    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="looks", verbose_name=_("moderator")
    )
    what = models.CharField(_("what"), max_length=8, choices=What)
    asked = models.CharField(_("asked for"), max_length=300)
    found = models.PositiveIntegerField(_("found"))
    reason = models.CharField(_("reason"), max_length=300)
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks at private data")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="look_has_reason")]

    def __str__(self):
        return f"{self.get_what_display()} · {self.asked}"
