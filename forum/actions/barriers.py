"""Keep a range of addresses or an e-mail domain out, for a while or for good."""

import re
from datetime import timedelta
from ipaddress import ip_network

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits
from forum.actions.decisions import clean, sign
from forum.actions.pages import touch
from forum.models import Barrier, Decision
from forum.rules import Refused, may_bar, require

_DOMAIN = re.compile(r"(?=.{3,100}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\Z")


@transaction.atomic
def raise_barrier(moderator, kind, value, *, reason, days=None):
    """Nobody from ``value`` signs up, and from a range of addresses nobody writes; for ``days``, or for good.

    The record says so as a change of the site's settings, for it is about nobody in particular.
    """
    require(may_bar(moderator))
    value = cleaned(kind, value)
    until = timezone.now() + timedelta(days=days) if days else None
    barrier = Barrier.objects.create(kind=kind, value=value, reason=clean(reason), moderator=moderator, until=until)
    touch("barriers")
    sign(moderator, Decision.Verb.SETTINGS, None, reason, _("barrier before {value}").format(value=value))
    return barrier


@transaction.atomic
def lift_barrier(moderator, barrier, *, reason):
    """Let them in again."""
    require(may_bar(moderator))
    if not Barrier.objects.standing().filter(pk=barrier.pk).update(lifted_at=timezone.now()):
        return False
    touch("barriers")
    sign(moderator, Decision.Verb.SETTINGS, None, reason, _("no barrier before {value}").format(value=barrier.value))
    return True


def cleaned(kind, value):
    """The range in its shortest form, the domain in small letters; raises Refused for anything else.

    A range wider than limits.WIDEST_RANGE is a country, and a mistake.
    """
    value = value.strip().lower().removeprefix("@")
    if kind == Barrier.Kind.DOMAIN:
        if not _DOMAIN.match(value):
            raise Refused(_("This is no e-mail domain; one looks like example.com"))
        return value
    try:
        network = ip_network(value, strict=False)
    except ValueError:
        raise Refused(_("This is no range of addresses; one looks like 203.0.113.0/24")) from None
    if network.prefixlen < limits.WIDEST_RANGE[network.version]:
        raise Refused(_("This range is too wide: it would keep out a whole carrier"))
    return str(network)


def let_in(address, email=""):
    """Whether somebody may sign up (setting DOOR_KEPT_BY); raises ValidationError with the reason."""
    if Barrier.before_address(address):
        raise ValidationError(_("Nobody can sign up from this network just now"), code="barred")
    if email and Barrier.before_email(email):
        raise ValidationError(_("This mail provider cannot be used here; please take another address"), code="barred")
