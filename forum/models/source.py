from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """The saved page an imported thread came from: the raw file, and what repair did to it."""

    thread = models.OneToOneField("Thread", models.CASCADE, related_name="source")
    name = models.CharField(_("file"), max_length=200)
    identity = models.CharField(max_length=64, unique=True)  # the same page imported again updates its thread
    raw = models.BinaryField()
    original = models.JSONField(default=dict)  # title, body source and replies as read, nothing repaired
    repaired = models.JSONField(default=dict)
    repairs = models.JSONField(default=list)  # [{"kind", "count", "confidence"}, …]
    shows_original = models.BooleanField(default=False)
    imported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("source page")
        verbose_name_plural = _("source pages")

    def __str__(self):
        return self.name
