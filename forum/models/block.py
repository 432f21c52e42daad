from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.memory import recall


class Block(models.Model):
    """A member wants nothing to do with another (屏蔽): that one may neither answer nor mention them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="blocks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        constraints = [
            models.UniqueConstraint(fields=["user", "person"], name="block_once"),
            models.CheckConstraint(condition=~Q(user=F("person")), name="block_of_another"),
        ]

    def __str__(self):
        return f"{self.user_id} ✕ {self.person_id}"

    @classmethod
    def blockers_of(cls, person):
        """The numbers of those who block this person; shared between requests."""
        blockers = cls.objects.filter(person=person).values_list("user_id", flat=True)
        return recall(("blockers", person.pk), lambda: frozenset(blockers), shows=(f"blockers-{person.pk}", "all"))
