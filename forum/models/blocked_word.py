from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BlockedWord(models.Model):
    """A word screening looks for (敏感词); the one table moderators edit directly."""

    class Level(models.TextChoices):
        MASK = "mask", _("Mask")
        HOLD = "hold", _("Hold for review")
        REFUSE = "refuse", _("Refuse")
        ALLOW = "allow", _("Always allow")  # a phrase in which a blocked word is harmless

    word = models.CharField(_("word"), max_length=60, unique=True)
    level = models.CharField(_("level"), max_length=6, choices=Level, default=Level.HOLD)
    note = models.CharField(_("note"), max_length=120, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    changed_at = models.DateTimeField(auto_now=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("blocked word")
        verbose_name_plural = _("blocked words")
        ordering = ["word"]

    def __str__(self):
        return self.word
