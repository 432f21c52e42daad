"""Who is told things."""

from django.utils.translation import gettext as _

from forum.rules.ruling import ALLOWED, Ruling


def may_have_notices(user):
    """Any member reads their own notices and chooses among their kinds, the muted and suspended too."""
    return ALLOWED if user.is_authenticated else Ruling(_("Sign in first"))
