"""Leaving: a member closes their account, has days to think better of it, and is erased (forum.actions.erasing)."""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from accounts.models import User
from forum import limits
from forum.actions.pages import touch
from forum.models import SiteSettings
from forum.rules import may_close, may_keep_account, require, running_the_site


@transaction.atomic
def close_account(user):
    """Sign out everywhere now, erase after limits.CLOSING_GRACE; the owner is told by mail until when it can be kept.

    Two administrators leaving at once do not both go: whoever runs the site is counted under a lock.
    """
    list(running_the_site().select_for_update(of=("self",)))
    require(may_close(user))
    user.closing_at = timezone.now() + limits.CLOSING_GRACE
    User.objects.filter(pk=user.pk).update(closing_at=user.closing_at)
    for session in UserSession.objects.filter(user=user):
        session.end()
    touch(user)
    write_letter(user, "asked")


@transaction.atomic
def keep_account(user):
    """Thought better of it."""
    require(may_keep_account(user))
    user.closing_at = None
    User.objects.filter(pk=user.pk).update(closing_at=None)
    touch(user)
    write_letter(user, "kept")


def write_letter(user, what):
    """Mail after commit to the address they have; ``what``: asked, kept, erased. Mail that fails undoes nothing."""
    if not user.email:
        return
    with translation.override(settings.LANGUAGE_CODE):
        about = {"person": user, "what": what, "site": SiteSettings.current(), "closing_at": user.closing_at}
        subject = " ".join(render_to_string("forum/closing/subject.txt", about).split())
        letter = render_to_string("forum/closing/letter.txt", about)
    address = user.email
    transaction.on_commit(lambda: send_mail(subject, letter, None, [address]), robust=True)
