from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Signal(models.Model):
    """Something unusual about who speaks under a thread (异动): counted, shown to moderators, and no more.

    It hides nothing and punishes nobody; forum.rules.brigading says by which formulas.
    """

    class Kind(models.TextChoices):
        BURST = "burst", _("A burst of replies")
        REGIONS = "regions", _("An unusual spread of regions")
        NEWCOMERS = "newcomers", _("Unusually many new accounts")

    class Outcome(models.TextChoices):
        OPEN = "open", _("Open")
        SEEN = "seen", _("Looked at")

    thread = models.ForeignKey("Thread", models.CASCADE, related_name="unusual", verbose_name=_("thread"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    facts = models.JSONField(default=dict)  # the numbers that raised it, for the plot
    outcome = models.CharField(_("outcome"), max_length=4, choices=Outcome, default=Outcome.OPEN)
    raised_at = models.DateTimeField(_("raised"), default=timezone.now)
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("signal")
        verbose_name_plural = _("signals")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "kind"], condition=Q(outcome="open"), name="signal_open_once")
        ]

    def __str__(self):
        return self.get_kind_display()
