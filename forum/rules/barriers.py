"""Whom a barrier keeps out, and what can be one."""

import re
from ipaddress import ip_network

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from forum import limits
from forum.models import Barrier
from forum.rules.ruling import ALLOWED, Refused, Ruling

_DOMAIN = re.compile(r"(?=.{3,100}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\Z")


def may_write_from(address):
    """Whether words may come from this address at all; signed in or not makes no difference."""
    if Barrier.before_address(address):
        return Ruling(_("Nothing can be published from this network just now; reading goes on"))
    return ALLOWED


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
