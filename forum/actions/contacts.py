"""The private contact a reprint line carries: kept, and shown or not."""

from django.db import transaction
from django.utils.translation import gettext as _

from forum.actions.decisions import sign
from forum.actions.pages import touch
from forum.models import Decision, Thread
from forum.rules import may_moderate, require

Verb = Decision.Verb


@transaction.atomic
def hide_contact(moderator, thread, *, reason):
    """Keep the author's private contact to ourselves. Returns whether anything changed."""
    return _turn_contact(moderator, thread, True, Verb.HIDE, reason)


@transaction.atomic
def show_contact(moderator, thread, *, reason):
    """Print the contact again, as the page did. Returns whether anything changed."""
    return _turn_contact(moderator, thread, False, Verb.RESTORE, reason)


def _turn_contact(moderator, thread, hidden, verb, reason):
    require(may_moderate(moderator, thread))
    changed = Thread.objects.filter(pk=thread.pk, contact_hidden=not hidden).exclude(contact="")
    if not changed.update(contact_hidden=hidden):
        return False
    thread.contact_hidden = hidden
    sign(moderator, verb, thread, reason, _("contact"))
    touch(thread)
    return True
