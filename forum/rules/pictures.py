"""Whose picture stands beside their name."""

from django.utils.translation import gettext as _

from forum.rules.ruling import ALLOWED, Ruling
from forum.rules.words import may_speak


def may_wear(user):
    """Whoever may speak: a picture says something too."""
    return may_speak(user) if user.is_authenticated else Ruling(_("Sign in first"))


def may_drop_avatar(user):
    """Any member may take their picture away, the muted and suspended too."""
    return ALLOWED if user.is_authenticated else Ruling(_("Sign in first"))
