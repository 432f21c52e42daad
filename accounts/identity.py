"""Real identity, confirmed by somebody else: that it is, by what method and since when; never the number.

Who confirms is the setting IDENTITY_PROVIDER, a class with one method:

    confirm(kind, name, number) -> Method      raises NotConfirmed with a sentence for the reader

``kind`` is an Identity.Kind; ``name`` and ``number`` are what somebody typed. Nothing of them is written down but an
organisation's name and a digest of the number: BLAKE2b keyed with the site's secret key, so that one person has one
account here, and whoever reads the database alone cannot try numbers. With another SECRET_KEY the digests of old
accounts are known only while it stands in SECRET_KEY_FALLBACKS.
"""

import hashlib
import re
import unicodedata

from django.conf import settings
from django.core.cache import caches
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts.backend import name_of
from accounts.models import Identity

_PERSON = re.compile(r"[1-9]\d{16}[\dX]")
_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100: no I, O, S, V, Z
_CODE = re.compile(f"[{_CODE_SIGNS}]{{18}}")


class NotConfirmed(Exception):
    """The message is a sentence for whoever asked."""


class DemoProvider:
    """For a laptop: any number with a right last sign will do, and nobody is asked. Production refuses it."""

    def confirm(self, kind, name, number):
        fits = is_persons(number) if kind == Identity.Kind.PERSON else is_organisations(number)
        if not fits:
            raise NotConfirmed(_("This number cannot be right: its last sign does not fit the others."))
        return Identity.Method.DEMO


def is_persons(number):
    """Whether this could be the number of a resident identity card."""
    if not _PERSON.fullmatch(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _PERSON_WEIGHTS, strict=False))
    return number[-1] == "10X98765432"[total % 11]


def is_organisations(number):
    """Whether this could be a unified social credit code."""
    if not _CODE.fullmatch(number):
        return False
    total = sum(_CODE_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(number[:17]))
    return number[-1] == _CODE_SIGNS[-total % 31]


def is_offered():
    """Whether this site can have anybody's identity confirmed."""
    return bool(settings.IDENTITY_PROVIDER)


def is_identified(user):
    """Whether this account's identity is confirmed; remembered by each worker until the account changes."""
    ask = lambda: "yes" if Identity.objects.filter(user_id=user.pk).exists() else "no"  # noqa: E731 (None is not kept)
    return caches["memory"].recall(("identified", user.pk), ask, shows=[name_of(user.pk)]) == "yes"


def confirm(user, *, kind, name, number):
    """Have it confirmed and remember that it was; raises NotConfirmed. Again is as good as once."""
    number = re.sub(r"\s", "", unicodedata.normalize("NFKC", number)).upper()
    method = import_string(settings.IDENTITY_PROVIDER)().confirm(kind, name, number)
    about = {
        "kind": kind,
        "method": method,
        "organisation": name if kind == Identity.Kind.ORGANISATION else "",
        "confirmed_at": timezone.now(),
        "digest": _digests(number)[0],
    }
    if Identity.objects.filter(digest__in=_digests(number)).exclude(user=user).exists():
        raise NotConfirmed(_taken())
    try:
        with transaction.atomic():
            Identity.objects.update_or_create(user=user, defaults=about)
    except IntegrityError:  # another account in the same moment
        raise NotConfirmed(_taken()) from None
    _tell(user)


def forget(user):
    """Take the confirmation back: everything of it is gone."""
    Identity.objects.filter(user=user).delete()
    _tell(user)


def _taken():
    return _("Another account here has been confirmed with this number; one person has one account.")


def _digests(number):
    """By today's key, then by those before it."""
    about = {"digest_size": 32, "person": b"real identity"}
    keys = [key.encode()[:64] for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return [hashlib.blake2b(number.encode(), key=key, **about).hexdigest() for key in keys]


def _tell(user):
    caches["memory"].tell(name_of(user.pk), "all")  # it stands on the person's page
