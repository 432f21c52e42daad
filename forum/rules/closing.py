"""Who may close their account."""

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from forum.rules.offices import ADMINS
from forum.rules.ruling import ALLOWED, Ruling


def may_close(user):
    """Any member, whatever has been decided about them; but somebody must be left who runs the site."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    if user.closing_at:
        return Ruling(_("Your account is being closed already"))
    running = running_the_site()
    if running.filter(pk=user.pk).exists() and not running.exclude(pk=user.pk).exists():
        return Ruling(_("You are the last who runs this site; appoint somebody else first"))
    return ALLOWED


def may_keep_account(user):
    """Whoever asked for it may think better of it until the last day."""
    if user.is_authenticated and user.closing_at:
        return ALLOWED
    return Ruling(_("Your account is not being closed"))


def running_the_site():
    """The operator and 管理员, but for those who are leaving."""
    return User.objects.filter(Q(is_superuser=True) | Q(groups__name=ADMINS), is_active=True, closing_at=None)
