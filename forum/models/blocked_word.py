from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BlockedWord(models.Model):
    """A word screening looks for (敏感词); the one table moderators edit directly."""

    class Level(models.TextChoices):
        MASK = "mask", _("Mask")
        HOLD = "hold", _("Hold for review")
        REFUSE = "refuse", _("Refuse")
        ALLOW = "allow", _("Always allow")  # a phrase in which a blocked word is harmless

    class Reach(models.IntegerChoices):
        """How far a spelling may be from the word, each with those before it; width, case, script never count."""

        PLAIN = 0, _("Exactly as written")
        SPACED = 1, _("With spaces or signs between")
        ALIKE = 2, _("With look-alike characters")
        SPLIT = 3, _("With characters taken apart")
        SOUND = 4, _("Whatever sounds the same")

    class Scope(models.TextChoices):
        TITLE = "title", _("Titles")
        BODY = "body", _("Article text")
        REPLY = "reply", _("Replies")
        TAG = "tag", _("Tags")
        NAME = "name", _("User names")
        BIO = "bio", _("Introductions")

    word = models.CharField(_("word"), max_length=60, unique=True)
    level = models.CharField(_("level"), max_length=6, choices=Level, default=Level.HOLD)
    reach = models.PositiveSmallIntegerField(
        _("spellings"), choices=Reach, default=Reach.SPLIT,
        help_text=_("Each takes in those before it. What sounds the same also meets innocent words: try it first."),
    )  # fmt: skip
    scopes = ArrayField(
        models.CharField(max_length=6, choices=Scope), verbose_name=_("looked for in"), default=list, blank=True,
        help_text=_("Nothing chosen: everywhere."),
    )  # fmt: skip
    note = models.CharField(_("note"), max_length=120, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("blocked word")
        verbose_name_plural = _("blocked words")
        ordering = ["word"]

    def __str__(self):
        return self.word
