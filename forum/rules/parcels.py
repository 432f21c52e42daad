"""Who may ask for everything of theirs, and how often."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits
from forum.models import Parcel
from forum.rules.ruling import ALLOWED, Ruling


def may_ask_for_parcel(user):
    """Any member, the suspended too; one at a time, so many a day."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    if Parcel.objects.waiting().filter(user=user).exists():
        return Ruling(_("Your data is being packed already; it will be here in a few minutes"))
    since = timezone.now() - timedelta(days=1)
    if Parcel.objects.filter(user=user, asked_at__gt=since).count() >= limits.PARCELS_PER_DAY:
        return Ruling(_("You have asked for your data {most} times today; please go on tomorrow").format(
            most=limits.PARCELS_PER_DAY))  # fmt: skip
    return ALLOWED
