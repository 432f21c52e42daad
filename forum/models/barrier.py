from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.memory import recall


class BarrierQuerySet(models.QuerySet):
    def standing(self):
        """Barriers that hold now; they expire by themselves."""
        return self.filter(Q(until=None) | Q(until__gt=timezone.now()), lifted_at=None)


class Barrier(models.Model):
    """A range of addresses that may neither sign up nor write, or an e-mail domain that may not sign up (封禁范围)."""

    class Kind(models.TextChoices):
        RANGE = "range", _("Range of addresses")
        DOMAIN = "domain", _("E-mail domain")

    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.RANGE)
    value = models.CharField(_("range or domain"), max_length=100)
    reason = models.CharField(_("reason"), max_length=300)
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("moderator")
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    objects = BarrierQuerySet.as_manager()

    class Meta:
        verbose_name = _("barrier")
        verbose_name_plural = _("barriers")
        ordering = ["-id"]

    def __str__(self):
        return self.value

    @classmethod
    def before_address(cls, address):
        """Whether a barrier stands before this address; an unknown one is let through."""
        barriers = cls._standing(cls.Kind.RANGE, ip_network)
        if not (address and barriers):
            return False
        address = ip_address(address)
        return any(address in network and _holds(until) for network, until in barriers)

    @classmethod
    def before_email(cls, email):
        """Whether a barrier stands before this mailbox: its domain or one above it."""
        domain = email.rpartition("@")[2].lower()
        above = {domain, *(domain.split(".", n)[-1] for n in range(1, domain.count(".") + 1))}
        return any(value in above and _holds(until) for value, until in cls._standing(cls.Kind.DOMAIN, str))

    @classmethod
    def _standing(cls, kind, read):
        def ask():
            rows = cls.objects.standing().filter(kind=kind).values_list("value", "until")
            return [(read(value), until) for value, until in rows]

        return recall(("barriers", kind), ask, shows=["barriers"])


def _holds(until):
    return until is None or until > timezone.now()
