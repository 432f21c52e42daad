from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class TradeWord(models.Model):
    """A word search shall know (行话), and words that mean the same; beside ``forum/search/dictionary.txt``."""

    word = models.CharField(_("word"), max_length=40, unique=True)
    synonyms = models.CharField(
        _("synonyms"), max_length=200, blank=True, help_text=_("Separated by spaces or commas; each finds the others.")
    )
    note = models.CharField(_("note"), max_length=120, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("trade word")
        verbose_name_plural = _("trade words")
        ordering = ["word"]
        constraints = [models.CheckConstraint(condition=~Q(word=""), name="trade_word_not_blank")]

    def __str__(self):
        return self.word
