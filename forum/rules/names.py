"""Who may take another name, and when."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import OldName
from forum import limits
from forum.rules.ruling import Ruling
from forum.rules.words import may_speak


def may_rename(user):
    """Whoever may speak, limits.RENAME_COOLING after the last time."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    last = OldName.objects.filter(user=user).order_by("-changed_at").values_list("changed_at", flat=True).first()
    again = last and last + limits.RENAME_COOLING
    if again and again > timezone.now():
        day = date_format(timezone.localtime(again), "Y-m-d")
        return Ruling(_("You have changed your name a while ago; you may change it again on {day}").format(day=day))
    return may_speak(user)
