"""Every verb a moderator may say here, as an action that asks for a reason."""

from django.utils.translation import gettext_lazy as _

from forum.actions import (
    amendments,
    appeals,
    contacts,
    hits,
    importing,
    matrix,
    merging,
    moderation,
    people,
    precedents,
    shelters,
    tools,
)
from forum.admin import usual
from forum.admin.reasons import with_reason
from forum.forms.moderation import (
    AppointForm,
    MergeForm,
    MoveForm,
    SlowForm,
    SplitForm,
)
from forum.forms.precedents import ExhibitForm
from forum.forms.ruled import MuteForm, RuledForm
from forum.forms.shelter import GiveShelterForm
from forum.models import Amendment, Appeal, Decision, Precedent, Report, Sanction, Shelter, Source, State, WordHit
from forum.rules import OFFICES, may_appoint, may_curate, may_judge, may_moderate


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


def _edited(thing):
    return Amendment.objects.waiting().filter(**{thing._meta.model_name: thing}).exists()


def _open(appeal):
    return appeal.outcome == Appeal.Outcome.OPEN


def _in_office(user):
    return user.groups.filter(name__in=OFFICES).exists()


def _curates(user):
    return may_curate(user) or may_judge(user)


def _sheltered(user):
    return Shelter.objects.in_force_for(user) is not None


def _muted(user):
    return Sanction.objects.in_force_for(user) is not None


approve = with_reason(moderation.approve, _("Approve"), usual=usual.APPROVE, fits=_stands(State.HELD))
hide = with_reason(moderation.hide, _("Hide"), asks=RuledForm, usual=usual.HIDE, fits=_stands(State.PUBLIC, State.HELD))
restore = with_reason(moderation.restore, _("Restore"), usual=usual.RESTORE, fits=_stands(State.HIDDEN))
dismiss = with_reason(moderation.dismiss_reports, _("Dismiss reports"), usual=usual.DISMISS, fits=_reported)
looked = with_reason(matrix.look, _("Looked; it stays"), usual=usual.APPROVE, fits=lambda row: row.looked_at is None)
publish_edit = with_reason(amendments.publish_edit, _("Publish the edit"), usual=usual.APPROVE, fits=_edited)
refuse_edit = with_reason(amendments.refuse_edit, _("Refuse the edit"), asks=RuledForm, usual=usual.HIDE, fits=_edited)
WORDS = [approve, hide, restore, publish_edit, refuse_edit, dismiss]

REPLIES = [
    *WORDS,
    with_reason(tools.fold, _("Fold"), usual=usual.FOLD, fits=_folded(False)),
    with_reason(tools.unfold, _("Unfold"), usual=usual.ENOUGH, fits=_folded(True)),
]

THREADS = [
    *WORDS,
    with_reason(moderation.close_thread, _("Close replies"), usual=usual.CLOSE, fits=_marked("closed_at", False)),
    with_reason(moderation.reopen_thread, _("Reopen replies"), usual=usual.REOPEN, fits=_marked("closed_at", True)),
    with_reason(moderation.pin, _("Pin"), allowed=_curates, usual=usual.PIN, fits=_marked("pinned_at", False)),
    with_reason(moderation.unpin, _("Unpin"), allowed=_curates, usual=usual.ENOUGH, fits=_marked("pinned_at", True)),
    with_reason(
        moderation.feature, _("Feature"), allowed=_curates, usual=usual.FEATURE, fits=_marked("featured_at", False)
    ),
    with_reason(
        moderation.unfeature, _("Unfeature"), allowed=_curates, usual=usual.ENOUGH, fits=_marked("featured_at", True)
    ),
    with_reason(moderation.move, _("Move"), allowed=_curates, asks=MoveForm, usual=usual.MOVE),
    with_reason(
        importing.show_original, _("Show the original text"), allowed=_curates, usual=usual.ORIGINAL, fits=_shows(False)
    ),
    with_reason(
        importing.show_repaired, _("Show the repaired text"), allowed=_curates, usual=usual.REPAIRED, fits=_shows(True)
    ),
    with_reason(tools.lift, _("Lift"), allowed=_curates, usual=usual.FEATURE, fits=_lifted(0, -1)),
    with_reason(tools.sink, _("Sink"), allowed=_curates, usual=usual.SINK, fits=_lifted(0, 1)),
    with_reason(tools.level, _("Back to its own rank"), allowed=_curates, usual=usual.ENOUGH, fits=_lifted(1, -1)),
    with_reason(tools.slow_down, _("Slow mode"), asks=SlowForm, usual=usual.SLOW, fits=_slowed(False)),
    with_reason(tools.end_slow_mode, _("End slow mode"), usual=usual.REOPEN, fits=_slowed(True)),
    with_reason(merging.merge, _("Merge"), asks=MergeForm, usual=usual.MERGE, fits=_merged(False)),
    with_reason(merging.unmerge, _("Undo the merge"), usual=usual.UNDO, fits=_merged(True)),
    with_reason(merging.split, _("Split"), asks=SplitForm, usual=usual.SPLIT, fits=_stands(State.PUBLIC)),
    with_reason(merging.unsplit, _("Undo the split"), usual=usual.UNDO, fits=lambda thread: thread.split_from_id),
    with_reason(contacts.hide_contact, _("Hide the contact"), usual=usual.CONTACT, fits=_contact(False)),
    with_reason(contacts.show_contact, _("Show the contact"), usual=usual.ENOUGH, fits=_contact(True)),
]

mute = with_reason(people.mute, _("Mute"), allowed=may_moderate, asks=MuteForm, usual=usual.MUTE)
unmute = with_reason(people.unmute, _("Lift mute"), allowed=may_moderate, usual=usual.UNMUTE, fits=_muted)
PEOPLE = [
    with_reason(people.warn, _("Warn"), allowed=may_moderate, asks=RuledForm, usual=usual.MUTE),
    mute,
    with_reason(people.suspend, _("Suspend"), allowed=may_moderate, asks=MuteForm, usual=usual.MUTE),
    unmute,
    with_reason(
        people.ban, _("Ban"), allowed=may_moderate, asks=RuledForm, usual=usual.BAN, fits=lambda user: user.is_active
    ),
    with_reason(shelters.shelter, _("Give shelter"), allowed=may_moderate, asks=GiveShelterForm, usual=usual.SHELTER),
    with_reason(shelters.unshelter, _("End the shelter"), allowed=may_moderate, usual=usual.UNSHELTER, fits=_sheltered),
    with_reason(
        people.unban, _("Lift ban"), allowed=may_moderate, usual=usual.UNBAN, fits=lambda user: not user.is_active
    ),
    with_reason(people.appoint, _("Appoint"), asks=AppointForm, allowed=may_appoint),
    with_reason(people.release, _("Release from office"), allowed=may_appoint, fits=_in_office),
]

APPEALS = [
    with_reason(appeals.grant_appeal, _("Grant the appeal"), usual=usual.GRANT, fits=_open),
    with_reason(appeals.uphold_appeal, _("Uphold the decision"), usual=usual.UPHOLD, fits=_open),
]

DECISIONS = [
    with_reason(
        precedents.exhibit, _("Show as a case"), allowed=may_moderate, asks=ExhibitForm, usual=usual.EXHIBIT,
        fits=lambda decision: decision.verb in Decision.MEASURES,
    ),
    with_reason(
        precedents.withhold, _("No longer show as a case"), allowed=may_moderate, usual=usual.ENOUGH,
        fits=lambda decision: Precedent.objects.filter(decision=decision).exists(),
    ),
]  # fmt: skip


def _judged_other(judged):
    return lambda hit: hit.judged != judged


HITS = [
    with_reason(hits.judge_false, _("False alarm"), usual=usual.FALSE, fits=_judged_other(WordHit.Judged.FALSE)),
    with_reason(hits.judge_right, _("Rightly met"), usual=usual.RIGHT, fits=_judged_other(WordHit.Judged.RIGHT)),
]
