from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum import limits


class Appeal(models.Model):
    """Somebody objects to a decision about them (申诉): once, in a few sentences; another moderator decides it."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("Waiting for another moderator")
        UPHELD = "upheld", _("Decision upheld")
        GRANTED = "granted", _("Appeal granted")

    decision = models.OneToOneField(
        "Decision", models.PROTECT, related_name="appeal", verbose_name=_("decision appealed")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="appeals", verbose_name=_("author")
    )
    words = models.TextField(_("what the author says"))
    outcome = models.CharField(_("outcome"), max_length=7, choices=Outcome, default=Outcome.OPEN)
    created_at = models.DateTimeField(_("appealed"), default=timezone.now)
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("moderator")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="appeal_has_words"),
            models.CheckConstraint(
                condition=(
                    Q(outcome="open", moderator__isnull=True, decided_at__isnull=True, reason="")
                    | Q(outcome__in=["upheld", "granted"], moderator__isnull=False, decided_at__isnull=False)
                    & ~Q(reason="")
                ),
                name="appeal_decided_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["outcome", "id"], name="appeal_queue")]

    def __str__(self):
        return self.words[:40]

    @property
    def due_at(self):
        """When it should have been answered."""
        return self.created_at + limits.APPEAL_TERM

    @property
    def is_overdue(self):
        return self.outcome == self.Outcome.OPEN and timezone.now() > self.due_at

    @property
    def thing(self):
        """The thread, reply or person the decision was about."""
        return self.decision.thing
