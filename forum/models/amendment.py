from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.models.state import State


class AmendmentQuerySet(models.QuerySet):
    def waiting(self):
        """Edits a moderator has to read: of words that are public, all others wait with their thing."""
        stands = Q(thread__state=State.PUBLIC) | Q(reply__state=State.PUBLIC)
        return self.filter(stands, outcome=Amendment.Outcome.WAITING)


class Amendment(models.Model):
    """An edit of public words that a moderator reads first (待审修改); the approved words stay up meanwhile.

    At most one of a thing, its author's last. Once published it holds the words that stood before, so that the
    settlement can be taken back: publishing and taking back both exchange the two.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("Waiting for a moderator")
        PUBLISHED = "published", _("Edit published")
        REFUSED = "refused", _("Edit refused")

    thread = models.OneToOneField("Thread", models.CASCADE, null=True, blank=True, related_name="amendment")
    reply = models.OneToOneField("Reply", models.CASCADE, null=True, blank=True, related_name="amendment")
    title = models.CharField(max_length=120, blank=True)
    body = models.TextField()
    body_html = models.TextField()
    terms = models.TextField(blank=True)
    category = models.ForeignKey("Category", models.CASCADE, null=True, blank=True, related_name="+")
    tags = ArrayField(models.CharField(max_length=20), default=list)
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.WAITING)
    decision = models.ForeignKey("Decision", models.PROTECT, null=True, related_name="+")  # why it was refused
    made_at = models.DateTimeField(default=timezone.now)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("edit waiting")
        verbose_name_plural = _("edits waiting")
        constraints = [
            models.CheckConstraint(
                condition=Q(reply__isnull=False, thread__isnull=True) | Q(reply__isnull=True, thread__isnull=False),
                name="amendment_of_one_thing",
            ),
        ]
        indexes = [models.Index(fields=["made_at"], name="amendment_waiting", condition=Q(outcome="waiting"))]

    def __str__(self):
        return self.title or self.body[:40]

    @property
    def is_waiting(self):
        return self.outcome == self.Outcome.WAITING

    @property
    def is_refused(self):
        return self.outcome == self.Outcome.REFUSED
