from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

RIGHTS = [  # kept as permissions on Thread, given to groups by migrations and in the admin
    ("moderate", _("Can moderate threads, replies and people")),
    ("moderate_category", _("Can moderate the categories in their charge")),
    ("curate", _("Can pin, feature, move and import articles")),
    ("appoint", _("Can appoint moderators")),
]


class Office(models.Model):
    """Somebody's charge of one category (版主 of it): the words there are theirs to judge, and no others."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="offices", verbose_name=_("user"))
    category = models.ForeignKey("Category", models.CASCADE, related_name="offices", verbose_name=_("category"))

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints = [models.UniqueConstraint(fields=["user", "category"], name="office_once")]

    def __str__(self):
        return f"{self.user} · {self.category}"


def charge_of(user):
    """The categories this person has charge of, as a query; nothing is asked where there can be none."""
    offices = Office.objects.filter(user=user) if user.has_perm("forum.moderate_category") else Office.objects.none()
    return offices.values("category")
