from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.models.state import State


class Settlement(models.Model):
    """One thing of the queue, settled (办结): how long it had waited, and what undoing needs to know.

    The Decision is the record and stays; this row is the desk's memory of it, and ``undone`` names the new
    Decision that took it back.
    """

    decision = models.OneToOneField("Decision", models.PROTECT, related_name="settlement", verbose_name=_("decision"))
    batch = models.UUIDField(db_index=True)  # what was settled with one press is undone with one press
    before = models.CharField(max_length=10, choices=State)
    after = models.CharField(max_length=10, choices=State)
    reports = ArrayField(models.BigIntegerField(), default=list)  # answered by it
    signals = ArrayField(models.BigIntegerField(), default=list)
    sanction = models.ForeignKey("Sanction", models.PROTECT, null=True, related_name="+")
    amendment = models.ForeignKey("Amendment", models.SET_NULL, null=True, related_name="+")  # published or refused
    waited_since = models.DateTimeField()
    settled_at = models.DateTimeField(_("settled"), default=timezone.now, db_index=True)
    undone = models.OneToOneField("Decision", models.PROTECT, null=True, related_name="undoes")

    class Meta:
        verbose_name = _("settlement")
        verbose_name_plural = _("settlements")
        ordering = ["-id"]

    def __str__(self):
        return str(self.decision)
