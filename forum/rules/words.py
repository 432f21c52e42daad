"""What members may do with words: write, reply, edit, take back, mark, complain."""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.identity import is_identified
from forum import limits
from forum.models import Amendment, Reply, Report, Sanction, SiteSettings, State, said_lately
from forum.rules.amendments import may_resubmit
from forum.rules.offices import may_moderate
from forum.rules.pace import may_go_on, may_publish_another
from forum.rules.ruling import ALLOWED, Ruling
from forum.rules.strangers import may_address

_DONE = Amendment.Outcome.PUBLISHED


def may_speak(user):
    """Signed in, not muted, and the site takes new words."""
    closed = SiteSettings.current().mode == SiteSettings.Mode.CLOSED and not may_moderate(user)
    if not user.is_authenticated:  # whoever signs in to a closed site has done so for nothing
        return _closed() if closed else Ruling(_("Sign in to reply"))
    if sanction := Sanction.objects.in_force_for(user):
        return _silenced(sanction)
    if user.closing_at:
        return Ruling(_("Your account is being closed. Keep it first, then go on writing"), way="closing")
    return _closed() if closed else ALLOWED


def may_write(user):
    """Whether this person may publish a thread now."""
    if not (speaking := may_speak(user)):
        return speaking
    return may_publish_another(user)


def may_join(user, thread):
    """Whether this person is shown the form: all but the pace, which will have passed by then."""
    if not (taking := takes_replies(thread)):
        return taking
    return may_speak(user) and may_reply_unnamed(user) and may_address(user, thread.author_id)


def may_reply_unnamed(user):
    """Where the site asks for a confirmed identity before replies: whether this account has one."""
    if not SiteSettings.current().replies_need_identity or may_moderate(user) or is_identified(user):
        return ALLOWED
    return Ruling(_("Replying here needs a confirmed identity; nobody sees your name or number"), way="identity")


def may_reply(user, thread, lately=None):
    """Whether this person may reply to this thread now; ``lately`` is their Lately where somebody has asked already."""
    if not (joining := may_join(user, thread)):
        return joining
    if not (following := may_go_on(user, lately or said_lately(user))):
        return following
    if slowed := _slowed_until(user, thread):
        at = date_format(timezone.localtime(slowed), "H:i")
        sentence = _("Replies are slowed down here: one in {minutes} minutes. Yours again at {time}")
        return Ruling(sentence.format(minutes=thread.slow_minutes, time=at))
    return ALLOWED


def takes_replies(thread):
    """Whether anybody may reply to this thread."""
    if thread.state != State.PUBLIC:
        return Ruling(_("This thread is not public yet"))
    if thread.merged_into_id:
        return Ruling(_("The discussion goes on under another article"))
    if not thread.is_open:
        return Ruling(_("Replies are closed"))
    return ALLOWED


def may_edit(user, thing):
    """Authors edit their own words: a thread at any time, a public reply within the window; what is hidden, held or
    was sent back is mended and sent again, so often."""
    if not user.is_authenticated or thing.author_id != user.pk:
        return Ruling(_("Only the author may edit this"))
    if thing.state == State.WITHDRAWN:
        return Ruling(_("This can no longer be edited"))
    if not (ruling := _in_time(thing) if thing.state == State.PUBLIC else may_resubmit(thing)):
        return ruling
    return may_speak(user)


def _in_time(thing):
    """Public words: the window of a reply, which an edit that waits or was sent back keeps open."""
    if Amendment.objects.filter(**{thing._meta.model_name: thing}).exclude(outcome=_DONE).exists():
        return may_resubmit(thing)
    if isinstance(thing, Reply) and timezone.now() - thing.created_at > limits.REPLY_EDIT_WINDOW:
        return Ruling(_("The time for editing is over"))
    return ALLOWED


def may_withdraw(user, thing):
    """Authors take back their own words at any time."""
    if not user.is_authenticated or thing.author_id != user.pk:
        return Ruling(_("Only the author may withdraw this"))
    if thing.state == State.WITHDRAWN:
        return Ruling(_("This has been withdrawn already"))
    return ALLOWED


def may_mark(user, thing):
    """Likes and favourites: any member, on what is public."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    if thing.state != State.PUBLIC:
        return Ruling(_("This is not public"))
    return not_suspended(user)


def may_report(user, thing):
    """Any member, not on their own words, once for each thing, so many a day."""
    if not user.is_authenticated:
        return Ruling(_("Sign in first"))
    if thing.author_id == user.pk:
        return Ruling(_("These are your own words; you can withdraw them"))
    if thing.reports.filter(reporter=user).exists():
        return Ruling(_("You have reported this already; a moderator will look at it"))
    since = timezone.now() - timedelta(days=1)
    if Report.objects.filter(reporter=user, created_at__gt=since).count() >= limits.REPORTS_PER_DAY:
        return Ruling(_("You have sent many reports today; please go on tomorrow"))
    return not_suspended(user)


def not_suspended(user):
    """A mute stills a member's words only; a suspension everything but reading, export and appeal."""
    sanction = Sanction.objects.in_force_for(user)
    return _silenced(sanction) if sanction and sanction.is_suspension else ALLOWED


def _silenced(sanction):
    until = date_format(timezone.localtime(sanction.until), "Y-m-d H:i")
    if sanction.is_suspension:
        sentence = _("You are suspended until {until}: {reason} (“Decisions about me” in your menu is where to appeal)")
    else:
        sentence = _("You are muted until {until}: {reason} (“Decisions about me” in your menu is where to appeal)")
    return Ruling(sentence.format(until=until, reason=sanction.reason))


def _slowed_until(user, thread):
    """When this member may reply here again, or None; moderators are not slowed down."""
    if not thread.slow_minutes or may_moderate(user):
        return None
    last = Reply.objects.filter(author=user, thread=thread).order_by("-id").values_list("created_at", flat=True).first()
    again = last and last + timedelta(minutes=thread.slow_minutes)
    return again if again and again > timezone.now() else None


def _closed():
    return Ruling(_("The site takes no new articles or replies just now; reading goes on as usual"))
