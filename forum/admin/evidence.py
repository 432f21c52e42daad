"""The words as they stood when they were reported, beside what they are now."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Count, Min
from django.utils.translation import gettext as _

from forum.models import Evidence, State


class Snapshot(NamedTuple):
    """Evidence for one wording, however many reports were made of it; ``since`` is what became of the words, "" if
    they still stand so."""

    evidence: Evidence
    many: int
    since: str


def snapshots(things, **reports):
    """``{(noun, pk): [Snapshot, …]}`` of threads or replies, the oldest wording first: two questions, however many.

    ``reports`` narrows which reports count: ``outcome="open"``.
    """
    things = {(thing._meta.model_name, thing.pk): thing for thing in things}
    about = Evidence.objects.filter(number__in={pk for _noun, pk in things})
    about = about.filter(**{f"report__{column}": value for column, value in reports.items()})
    groups = about.order_by().values("noun", "number", "words").annotate(first=Min("pk"), many=Count("pk"))
    wanted = {row["first"]: row["many"] for row in groups if (row["noun"], row["number"]) in things}
    found = defaultdict(list)
    for evidence in Evidence.objects.filter(pk__in=wanted).order_by("pk"):
        key = evidence.noun, evidence.number
        found[key].append(Snapshot(evidence, wanted[evidence.pk], _since(evidence, things[key])))
    return found


def snapshot_of(report):
    """The Snapshot of one report; None for one older than evidence is."""
    if not (evidence := Evidence.objects.filter(report=report).first()):
        return None
    return Snapshot(evidence, 1, _since(evidence, report.thing))


def _since(evidence, thing):
    if thing.state == State.WITHDRAWN:
        return _("Withdrawn by its author since")
    return _("The words are others by now") if evidence.differs_from(thing) else ""
