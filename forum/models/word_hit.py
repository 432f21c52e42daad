from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.models.blocked_word import BlockedWord


class WordHit(models.Model):
    """A blocked word met in what somebody typed (命中记录), and what a moderator thought of it later.

    The word is copied: the list changes, what happened does not. Forgotten after limits.HITS_KEPT.
    """

    class Judged(models.TextChoices):
        NOT_YET = "", _("Not judged")
        RIGHT = "right", _("Rightly met")
        FALSE = "false", _("False alarm")

    word = models.CharField(_("word"), max_length=60)
    level = models.CharField(_("level"), max_length=6, choices=BlockedWord.Level)
    reach = models.PositiveSmallIntegerField(_("found"), choices=BlockedWord.Reach)
    scope = models.CharField(_("where"), max_length=6, choices=BlockedWord.Scope)
    excerpt = models.CharField(_("words"), max_length=120)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", verbose_name=_("author")
    )  # null: somebody signing up
    thread = models.ForeignKey("Thread", models.CASCADE, null=True, related_name="+")
    reply = models.ForeignKey("Reply", models.CASCADE, null=True, related_name="+")  # neither: it was refused
    made_at = models.DateTimeField(_("typed"), default=timezone.now, db_index=True)
    judged = models.CharField(_("judged"), max_length=5, choices=Judged, default=Judged.NOT_YET, blank=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("word met")
        verbose_name_plural = _("words met")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(judged="") | Q(judged_by__isnull=False), name="hit_judged_by_somebody")
        ]

    def __str__(self):
        return self.word
