"""What moderators do with words. Each verb asks the rules, acts, and signs for it with a Decision."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from forum.actions.decisions import sign
from forum.actions.pages import touch
from forum.actions.states import change_state
from forum.actions.telling import tell_of_report
from forum.models import Decision, Report, State, Thread
from forum.rules import may_curate, may_moderate, require

Verb = Decision.Verb


@transaction.atomic
def approve(moderator, thing, *, reason):
    """A held thread or reply becomes public."""
    return _to(moderator, thing, State.PUBLIC, Verb.APPROVE, reason, allowed_from={State.HELD})


@transaction.atomic
def hide(moderator, thing, *, reason, rule=None):
    """Nobody but its author and moderators sees it any longer; open reports about it are upheld. ``rule``: which of
    the house rules it breaks."""
    require(may_moderate(moderator, thing))
    changed = change_state(thing, State.HIDDEN, allowed_from={State.PUBLIC, State.HELD})
    reported = thing.state == State.HIDDEN and _resolve(thing, Report.Outcome.UPHELD)
    if changed:  # its author reads that readers complained, never who
        sign(moderator, Verb.HIDE, thing, reason, _("after readers reported it") if reported else "", rule=rule)
    return changed


@transaction.atomic
def restore(moderator, thing, *, reason):
    """A hidden thread or reply is public again."""
    return _to(moderator, thing, State.PUBLIC, Verb.RESTORE, reason, allowed_from={State.HIDDEN})


@transaction.atomic
def dismiss_reports(moderator, thing, *, reason):
    """The complaints were looked at and nothing is wrong."""
    require(may_moderate(moderator, thing))
    if not _resolve(thing, Report.Outcome.DISMISSED):
        return False
    sign(moderator, Verb.DISMISS, thing, reason)
    return True


def close_thread(moderator, thread, *, reason):
    """No more replies."""
    return _mark(moderator, thread, "closed_at", True, Verb.CLOSE, reason)


def reopen_thread(moderator, thread, *, reason):
    """Replies are welcome again."""
    return _mark(moderator, thread, "closed_at", False, Verb.REOPEN, reason)


def pin(moderator, thread, *, reason):
    """First in the recommended list."""
    return _mark(moderator, thread, "pinned_at", True, Verb.PIN, reason)


def unpin(moderator, thread, *, reason):
    """Back among the others."""
    return _mark(moderator, thread, "pinned_at", False, Verb.UNPIN, reason)


def feature(moderator, thread, *, reason):
    """Marked 精华."""
    return _mark(moderator, thread, "featured_at", True, Verb.FEATURE, reason)


def unfeature(moderator, thread, *, reason):
    """No longer marked 精华."""
    return _mark(moderator, thread, "featured_at", False, Verb.UNFEATURE, reason)


@transaction.atomic
def move(moderator, thread, category, *, reason):
    """Put the thread on another shelf."""
    require(may_curate(moderator, thread))
    # the row alone: a lock that joins the shelf finds nothing when another moderator has just moved the thread
    before = Thread.objects.select_for_update(no_key=True).only("category_id").get(pk=thread.pk).category
    thread.category = category
    if before == category:
        return False
    Thread.objects.filter(pk=thread.pk).update(category=category)
    touch(thread)
    sign(moderator, Verb.MOVE, thread, reason, f"{before} → {category}")
    return True


def _to(moderator, thing, state, verb, reason, allowed_from):
    require(may_moderate(moderator, thing))
    changed = change_state(thing, state, allowed_from=allowed_from)
    if changed:
        sign(moderator, verb, thing, reason)
    return changed


@transaction.atomic
def _mark(moderator, thread, column, wanted, verb, reason):
    require((may_moderate if column == "closed_at" else may_curate)(moderator, thread))
    unmarked = {f"{column}__isnull": wanted}
    value = timezone.now() if wanted else None
    if not Thread.objects.filter(pk=thread.pk, **unmarked).update(**{column: value}):
        return False
    setattr(thread, column, value)
    touch(thread)
    sign(moderator, verb, thread, reason)
    return True


def _resolve(thing, outcome):
    """Answer the open reports about it, and tell who made them; how many there were."""
    about = thing.reports.filter(outcome=Report.Outcome.OPEN).order_by("reporter")
    reports = list(about.select_related("reporter", "thread", "reply__thread").select_for_update(of=("self",)))
    Report.objects.filter(pk__in=[report.pk for report in reports]).update(outcome=outcome, resolved_at=timezone.now())
    for report in reports:
        tell_of_report(report)
    return len(reports)
