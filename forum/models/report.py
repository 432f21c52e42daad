from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Report(models.Model):
    """A reader's complaint (举报) about one thread or reply."""

    class Reason(models.TextChoices):
        SPAM = "spam", _("Spam or advertising")
        PORN = "porn", _("Pornographic")
        FLOOD = "flood", _("Flooding")
        BAIT = "bait", _("Stirring up a quarrel")
        ATTACK = "attack", _("Personal attack")
        BULLYING = "bullying", _("Online bullying")
        OFF_TOPIC = "off_topic", _("Off topic")
        ILLEGAL = "illegal", _("Against the law")
        VULGAR = "vulgar", _("Vulgar")
        FRAUD = "fraud", _("Gambling or fraud")
        FALSE = "false", _("False information")
        PRIVACY = "privacy", _("Invades privacy")
        MINORS = "minors", _("Harmful to minors")
        OTHER = "other", _("Something else")

    class Outcome(models.TextChoices):
        OPEN = "open", _("Open")
        UPHELD = "upheld", _("Upheld")
        DISMISSED = "dismissed", _("Dismissed")

    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="reports", verbose_name=_("reporter")
    )
    thread = models.ForeignKey("Thread", models.CASCADE, null=True, blank=True, related_name="reports")
    reply = models.ForeignKey("Reply", models.CASCADE, null=True, blank=True, related_name="reports")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    note = models.CharField(_("note"), max_length=300, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, default=Outcome.OPEN)
    created_at = models.DateTimeField(_("reported"), default=timezone.now)
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["reporter", "thread"], name="report_thread_once"),
            models.UniqueConstraint(fields=["reporter", "reply"], name="report_reply_once"),
            models.CheckConstraint(
                condition=Q(reply__isnull=False, thread__isnull=True) | Q(reply__isnull=True, thread__isnull=False),
                name="report_of_one_thing",
            ),
        ]
        indexes = [models.Index(fields=["outcome", "-id"], name="report_queue")]

    def __str__(self):
        return self.get_reason_display()

    @property
    def thing(self):
        """The thread or reply complained about."""
        return self.reply or self.thread
