from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forum.memory import recall
from forum.models.addresses import category_address


class Category(models.Model):
    """A shelf of threads."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=20, unique=True)
    description = models.CharField(_("description"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    review_first = models.BooleanField(
        _("review first"), default=False, help_text=_("Threads and replies here wait for a moderator.")
    )

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return category_address(self.slug)

    @classmethod
    def shelves(cls):
        """All of them, in order; shared between requests."""
        return recall(("categories",), lambda: list(cls.objects.all()))


class Tag(models.Model):
    """A word authors put on a thread."""

    name = models.CharField(_("name"), max_length=20)
    folded = models.CharField(max_length=40, unique=True, editable=False)  # forum.chinese.fold(name)
    description = models.CharField(_("description"), max_length=120, blank=True)
    same_as = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="aliases", verbose_name=_("alias of")
    )  # threads stand under that tag alone; this one's address leads there

    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("tag", args=[self.name])
