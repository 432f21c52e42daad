from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum import limits


class HouseRule(models.Model):
    """One of the community's rules (社区规则), by number. A Decision keeps number and words as they were."""

    number = models.PositiveSmallIntegerField(
        _("number"), unique=True, help_text=_("It stands beside every decision; give a new rule a new one.")
    )
    words = models.CharField(
        _("the rule"), max_length=limits.RULE_LENGTH, help_text=_("One sentence anybody can keep.")
    )
    about = models.TextField(_("what is meant"), max_length=1_000, blank=True)
    is_active = models.BooleanField(
        _("in force"), default=True, help_text=_("A rule given up is no longer shown or chosen; its decisions keep it.")
    )

    class Meta:
        verbose_name = _("house rule")
        verbose_name_plural = _("house rules")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1), name="house_rule_counts_from_one"),
            models.CheckConstraint(condition=~Q(words=""), name="house_rule_has_words"),
        ]

    def __str__(self):
        return _("Rule {number}: {words}").format(number=self.number, words=self.words)

    @classmethod
    def in_force(cls):
        """The rules that hold, in their order."""
        return cls.objects.filter(is_active=True)
