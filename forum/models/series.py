from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Series(models.Model):
    """A columnist's articles in an order of their own (系列)."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="series")
    title = models.CharField(_("title"), max_length=60)
    about = models.CharField(_("about"), max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="series_title_not_blank")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("series", args=[self.pk])


class SeriesPart(models.Model):
    """The place of one article in its series; an article stands in one series at most."""

    series = models.ForeignKey("Series", models.CASCADE, related_name="parts", db_index=False)
    thread = models.OneToOneField("Thread", models.CASCADE, related_name="part")
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("part of a series")
        verbose_name_plural = _("parts of series")
        ordering = ["series", "position"]
        constraints = [models.UniqueConstraint(fields=["series", "position"], name="series_position_once")]

    def __str__(self):
        return f"{self.series_id} {self.position}"
