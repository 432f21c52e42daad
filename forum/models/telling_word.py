from django.db import models
from django.utils.translation import gettext_lazy as _


class TellingWord(models.Model):
    """A word that tells what a thread is about, and how much of it (TF-IDF). Derived when the thread is written."""

    thread = models.ForeignKey("Thread", models.CASCADE, related_name="telling_words", db_index=False)
    word = models.CharField(max_length=40)
    weight = models.FloatField()  # the weights of a thread add up to 1 at most

    class Meta:
        verbose_name = _("telling word")
        verbose_name_plural = _("telling words")
        constraints = [models.UniqueConstraint(fields=["thread", "word"], name="telling_word_once")]
        indexes = [models.Index("word", models.F("weight").desc(), "thread", name="telling_word_heaviest")]

    def __str__(self):
        return self.word
