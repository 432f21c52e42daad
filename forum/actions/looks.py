"""Reading private data: by permission, for a reason, and every look is a row that stays."""

import ipaddress

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Count, Max
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from accounts.models import Identity, User
from forum import limits
from forum.actions.decisions import clean
from forum.models import Look, Origin
from forum.rules import Refused, may_see_origin, require

_LEAST_BITS = {4: 16, 6: 32}  # of a network: a wider one is half a province, and no question about anybody


def note_look(moderator, what, asked, found, reason):
    """Write down that somebody looked. The database lets nobody change or remove it."""
    return Look.objects.create(moderator=moderator, what=what, asked=asked[:300], found=found, reason=clean(reason))


@transaction.atomic
def look_up(moderator, asked, *, reason):
    """Who wrote from an address or network (203.0.113.0/24), or whose an e-mail address is.

    ``[(account, times, last), …]``; of an e-mail's owner times and last are None. Refused where it is neither.
    """
    require(may_see_origin(moderator))
    asked = asked.strip()
    what, people = (Look.What.EMAIL, _owners(asked)) if "@" in asked else (Look.What.ADDRESS, _writers(asked))
    note_look(moderator, what, asked, len(people), reason)
    return people


@transaction.atomic
def see_identity(moderator, user, *, reason):
    """The confirmed Identity of an account, or None; of its number there is only a digest. Looking is written down."""
    require(may_see_origin(moderator))
    found = Identity.objects.filter(user=user).first()
    note_look(moderator, Look.What.IDENTITY, f"user {user.pk}", int(found is not None), reason)
    return found


def _owners(email):
    found = EmailAddress.objects.filter(email__iexact=email).select_related("user")
    return [(address.user, None, None) for address in found[: limits.NEIGHBOURS_SHOWN]]


def _writers(asked):
    try:
        network = ipaddress.ip_network(asked, strict=False)
    except ValueError:
        raise Refused(_("Write an address, a network such as 203.0.113.0/24, or an e-mail address")) from None
    if network.prefixlen < _LEAST_BITS[network.version]:
        raise Refused(_("This network is too wide; /16 at most, or /32 for IPv6"))
    ends = str(network.network_address), str(network.broadcast_address)
    writer = Coalesce("reply__author_id", "thread__author_id")
    sent = Origin.objects.filter(ip__gte=ends[0], ip__lte=ends[1]).annotate(writer=writer).exclude(writer=None)
    met = sent.values("writer").annotate(times=Count("pk"), last=Max("created_at")).order_by("-times", "-last")
    met = list(met[: limits.NEIGHBOURS_SHOWN])
    people = User.objects.in_bulk([one["writer"] for one in met])
    return [(people[one["writer"]], one["times"], one["last"]) for one in met]
