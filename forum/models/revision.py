from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """The words as they stood before an edit (修改记录)."""

    thread = models.ForeignKey("Thread", models.CASCADE, null=True, blank=True, related_name="revisions")
    reply = models.ForeignKey("Reply", models.CASCADE, null=True, blank=True, related_name="revisions")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=120, blank=True)
    body = models.TextField()
    terms = models.TextField(blank=True)  # a thread's
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-id"]

    def __str__(self):
        return f"{self.made_at:%Y-%m-%d %H:%M}"
