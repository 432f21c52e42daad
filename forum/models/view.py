from django.db import models
from django.utils.translation import gettext_lazy as _


class View(models.Model):
    """One visitor on one thread in one half hour: what makes a view count once. Cleared nightly."""

    thread = models.ForeignKey("Thread", models.CASCADE, db_index=False, related_name="+")
    visitor = models.BinaryField(max_length=8)  # a digest that changes daily; see forum.readership
    half_hour = models.IntegerField(db_index=True)  # since 1970

    class Meta:
        verbose_name = _("view")
        verbose_name_plural = _("views")
        constraints = [models.UniqueConstraint(fields=["thread", "visitor", "half_hour"], name="view_once")]

    def __str__(self):
        return f"{self.thread_id} {self.half_hour}"
