"""A Signal as a small drawing: what was counted when it was raised, beside what is usual."""

from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits
from forum.admin.plots import columns, lying
from forum.models import Signal


def plot_of(signal):
    """The Plot of a Signal's facts."""
    drawn = {Signal.Kind.BURST: _burst, Signal.Kind.NEWCOMERS: _newcomers, Signal.Kind.REGIONS: _regions}
    return drawn[signal.kind](f"signal-{signal.pk}", signal.get_kind_display(), signal.facts, signal.raised_at)


def _burst(key, title, facts, at):
    times = facts.get("times", [])
    minutes = limits.BURST_WITHIN.seconds // 60
    figure = _("%(count)s replies in %(minutes)s minutes") % {"count": times[-1] if times else 0, "minutes": minutes}
    said = {"people": facts.get("people", 0), "minutes": minutes, "busiest": facts.get("busiest", 0)}
    about = _("Written by %(people)s people; the busiest %(minutes)s minutes of the day before had %(busiest)s.") % said
    begins = [at - (ago + 1) * limits.BURST_WITHIN for ago in reversed(range(len(times)))]
    labels = [f"{timezone.localtime(begin):%H:%M}" for begin in begins]
    rows = [(label, count, str(count)) for label, count in zip(labels, times, strict=True)]
    return columns(key, title, figure, about, _("From"), rows)


def _newcomers(key, title, facts, _at):
    people, young = facts.get("people", 0), facts.get("young", 0)
    figure = _("%(young)s of %(people)s") % {"young": young, "people": people}
    said = {"days": limits.NEW_ACCOUNT.days, "usual": _percent(facts.get("usual", 0))}
    about = _("People with an account younger than %(days)s days; under other articles they are %(usual)s.") % said
    rows = [(_("New accounts"), young, str(young)), (_("Others"), people - young, str(people - young))]
    return lying(key, title, figure, about, _("Who"), rows)


def _regions(key, title, facts, _at):
    places, usual = facts.get("places", {}), facts.get("usual", {})
    people = sum(places.values())
    figure = _("%(count)s people from %(regions)s regions") % {"count": people, "regions": len(places)}
    about = _("Where the people of the last hour wrote from, and how many write from there under other articles.")
    most = sorted(places, key=lambda region: (-places[region], region))[: limits.REGION_BARS]
    rows = [(region, places[region], _beside(places[region], people, usual.get(region, 0))) for region in most]
    return lying(key, title, figure, about, _("Region"), rows)


def _beside(count, people, usual):
    said = {"count": count, "share": _percent(count / people), "usual": _percent(usual)}
    return _("%(count)s, %(share)s (elsewhere %(usual)s)") % said


def _percent(share):
    return f"{share:.0%}"
