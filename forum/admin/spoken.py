"""Every verb a moderator may say here, as an action that asks for a reason."""

from django.utils.translation import gettext_lazy as _

from forum.actions import appeals, contacts, importing, merging, moderation, people, tools
from forum.admin import usual
from forum.admin.reasons import with_reason
from forum.forms.moderation import MergeForm, MoveForm, MuteForm, SlowForm, SplitForm
from forum.models import Appeal, Report, Sanction, Source, State
from forum.rules import MODERATORS, may_appoint


def _stands(*states):
    return lambda thing: thing.state in states


def _marked(column, wanted):
    return lambda thread: thread.state == State.PUBLIC and bool(getattr(thread, column)) == wanted


def _folded(wanted):
    return lambda reply: reply.state == State.PUBLIC and bool(reply.folded_at) == wanted


def _lifted(*steps):
    return lambda thread: thread.state == State.PUBLIC and thread.lift in steps


def _slowed(wanted):
    return lambda thread: thread.state == State.PUBLIC and bool(thread.slow_minutes) == wanted


def _merged(wanted):
    return lambda thread: thread.state == State.PUBLIC and bool(thread.merged_into_id) == wanted


def _shows(original):
    return lambda thread: Source.objects.filter(thread=thread, shows_original=original).exists()


def _contact(hidden):
    return lambda thread: bool(thread.contact) and thread.contact_hidden == hidden


def _reported(thing):
    return thing.reports.filter(outcome=Report.Outcome.OPEN).exists()


def _open(appeal):
    return appeal.outcome == Appeal.Outcome.OPEN


def _in_office(wanted):
    return lambda user: user.groups.filter(name=MODERATORS).exists() == wanted


def _muted(user):
    return Sanction.objects.in_force_for(user) is not None


approve = with_reason(moderation.approve, _("Approve"), usual=usual.APPROVE, fits=_stands(State.HELD))
hide = with_reason(moderation.hide, _("Hide"), usual=usual.HIDE, fits=_stands(State.PUBLIC, State.HELD))
restore = with_reason(moderation.restore, _("Restore"), usual=usual.RESTORE, fits=_stands(State.HIDDEN))
dismiss = with_reason(moderation.dismiss_reports, _("Dismiss reports"), usual=usual.DISMISS, fits=_reported)
WORDS = [approve, hide, restore, dismiss]

REPLIES = [
    *WORDS,
    with_reason(tools.fold, _("Fold"), usual=usual.FOLD, fits=_folded(False)),
    with_reason(tools.unfold, _("Unfold"), usual=usual.ENOUGH, fits=_folded(True)),
]

THREADS = [
    *WORDS,
    with_reason(moderation.close_thread, _("Close replies"), usual=usual.CLOSE, fits=_marked("closed_at", False)),
    with_reason(moderation.reopen_thread, _("Reopen replies"), usual=usual.REOPEN, fits=_marked("closed_at", True)),
    with_reason(moderation.pin, _("Pin"), usual=usual.PIN, fits=_marked("pinned_at", False)),
    with_reason(moderation.unpin, _("Unpin"), usual=usual.ENOUGH, fits=_marked("pinned_at", True)),
    with_reason(moderation.feature, _("Feature"), usual=usual.FEATURE, fits=_marked("featured_at", False)),
    with_reason(moderation.unfeature, _("Unfeature"), usual=usual.ENOUGH, fits=_marked("featured_at", True)),
    with_reason(moderation.move, _("Move"), asks=MoveForm, usual=usual.MOVE),
    with_reason(tools.lift, _("Lift"), usual=usual.FEATURE, fits=_lifted(0, -1)),
    with_reason(tools.sink, _("Sink"), usual=usual.SINK, fits=_lifted(0, 1)),
    with_reason(tools.level, _("Back to its own rank"), usual=usual.ENOUGH, fits=_lifted(1, -1)),
    with_reason(tools.slow_down, _("Slow mode"), asks=SlowForm, usual=usual.SLOW, fits=_slowed(False)),
    with_reason(tools.end_slow_mode, _("End slow mode"), usual=usual.REOPEN, fits=_slowed(True)),
    with_reason(merging.merge, _("Merge"), asks=MergeForm, usual=usual.MERGE, fits=_merged(False)),
    with_reason(merging.unmerge, _("Undo the merge"), usual=usual.UNDO, fits=_merged(True)),
    with_reason(merging.split, _("Split"), asks=SplitForm, usual=usual.SPLIT, fits=_stands(State.PUBLIC)),
    with_reason(merging.unsplit, _("Undo the split"), usual=usual.UNDO, fits=lambda thread: thread.split_from_id),
    with_reason(importing.show_original, _("Show the original text"), usual=usual.ORIGINAL, fits=_shows(False)),
    with_reason(importing.show_repaired, _("Show the repaired text"), usual=usual.REPAIRED, fits=_shows(True)),
    with_reason(contacts.hide_contact, _("Hide the contact"), usual=usual.CONTACT, fits=_contact(False)),
    with_reason(contacts.show_contact, _("Show the contact"), usual=usual.ENOUGH, fits=_contact(True)),
]

mute = with_reason(people.mute, _("Mute"), asks=MuteForm, usual=usual.MUTE)
unmute = with_reason(people.unmute, _("Lift mute"), usual=usual.UNMUTE, fits=_muted)
PEOPLE = [
    with_reason(people.warn, _("Warn"), usual=usual.MUTE),
    mute,
    with_reason(people.suspend, _("Suspend"), asks=MuteForm, usual=usual.MUTE),
    unmute,
    with_reason(people.ban, _("Ban"), usual=usual.BAN, fits=lambda user: user.is_active),
    with_reason(people.unban, _("Lift ban"), usual=usual.UNBAN, fits=lambda user: not user.is_active),
    with_reason(people.appoint, _("Make a moderator"), allowed=may_appoint, fits=_in_office(False)),
    with_reason(people.release, _("Release from moderating"), allowed=may_appoint, fits=_in_office(True)),
]

APPEALS = [
    with_reason(appeals.grant_appeal, _("Grant the appeal"), usual=usual.GRANT, fits=_open),
    with_reason(appeals.uphold_appeal, _("Uphold the decision"), usual=usual.UPHOLD, fits=_open),
]
