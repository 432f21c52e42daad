"""The review matrix: what happens with words, by where they stand, who wrote them and what is seen in them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.TextChoices):
    """How well a member is known here; see ``forum.rules.level_of``."""

    NEWCOMER = "newcomer", _("Newcomer")
    MEMBER = "member", pgettext_lazy("level", "Member")
    REGULAR = "regular", _("Regular")
    TRUSTED = "trusted", _("Trusted")


class Trait(models.TextChoices):
    """What is seen in words or in how they came; ANY is always seen."""

    ANY = "any", _("Whatever it is")
    NEW = "new", _("Account of the first day")
    LINKS = "links", _("Links")
    IMAGES = "images", _("Images")
    WORDS = "words", _("A word of the list")
    NOWHERE = "nowhere", _("Place unknown")
    PACE = "pace", _("Many in a short time")
    ALIKE = "alike", _("Like something posted lately")
    EMPTY = "empty", _("Answers only where nobody answers")
    FAST = "fast", _("Sent faster than anybody types")


class Outcome(models.TextChoices):
    """What follows, the mildest first."""

    PUBLISH = "publish", pgettext_lazy("outcome", "Publish")
    LOOK = "look", _("Publish and look")
    HOLD = "hold", _("Hold")
    REFUSE = "refuse", _("Refuse")


class ReviewCell(models.Model):
    """One cell of the matrix. No category: every shelf that has no cell of its own; no cell at all: PUBLISH."""

    category = models.ForeignKey("Category", models.CASCADE, null=True, blank=True, related_name="+")
    level = models.CharField(max_length=8, choices=Level)
    signal = models.CharField(max_length=7, choices=Trait)
    outcome = models.CharField(max_length=7, choices=Outcome)

    class Meta:
        verbose_name = _("review matrix")
        verbose_name_plural = _("review matrix")
        constraints = [
            models.UniqueConstraint(
                fields=["level", "signal"], name="cell_once_everywhere", condition=Q(category__isnull=True)
            ),
            models.UniqueConstraint(fields=["category", "level", "signal"], name="cell_once_a_shelf"),
        ]

    def __str__(self):
        return f"{self.get_level_display()} · {self.get_signal_display()}: {self.get_outcome_display()}"


class Assessment(models.Model):
    """What was seen in a thread or reply when it was written or last edited, and what the matrix made of it.

    The signals stay, so that another matrix can be rehearsed on them. A LOOK waits until a moderator has looked.
    """

    thread = models.OneToOneField("Thread", models.CASCADE, null=True, related_name="assessment")
    reply = models.OneToOneField("Reply", models.CASCADE, null=True, related_name="assessment")
    level = models.CharField(_("level"), max_length=8, choices=Level)
    signals = ArrayField(models.CharField(max_length=7, choices=Trait), verbose_name=_("seen in it"), default=list)
    outcome = models.CharField(_("outcome"), max_length=7, choices=Outcome)
    made_at = models.DateTimeField(_("written"), default=timezone.now)
    looked_at = models.DateTimeField(_("looked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("published, to be looked at")
        verbose_name_plural = _("published, to be looked at")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reply__isnull=False, thread__isnull=True) | Q(reply__isnull=True, thread__isnull=False),
                name="assessment_of_one_thing",
            )
        ]
        indexes = [
            models.Index(fields=["id"], name="assessment_waiting", condition=Q(outcome="look", looked_at__isnull=True))
        ]

    def __str__(self):
        return str(self.thing)

    @property
    def thing(self):
        """The thread or reply assessed."""
        return self.reply or self.thread

    @property
    def signal_labels(self):
        return [Trait(signal).label for signal in self.signals if signal != Trait.ANY]
