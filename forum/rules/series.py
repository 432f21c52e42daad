"""Who may put articles in an order of their own."""

from django.utils.translation import gettext as _

from forum.rules.offices import may_moderate
from forum.rules.ruling import ALLOWED, Ruling
from forum.rules.words import may_speak


def may_keep_series(user, series=None):
    """Members make series of their own articles, and change their own."""
    if not (speaking := may_speak(user)):
        return speaking
    if series and series.author_id != user.pk:
        return Ruling(_("Only its author may change a series"))
    return ALLOWED


def may_drop_series(user, series):
    """The author, or a moderator who says why."""
    if user.is_authenticated and series.author_id == user.pk:
        return ALLOWED
    return may_moderate(user)
