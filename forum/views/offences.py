"""违规公示: what was decided, by month, by rule and by measure, and cases without names. Only where switched on."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from forum import limits
from forum.models import Appeal, Decision, HouseRule, Precedent, SiteSettings
from forum.models.tally import months_until
from forum.views.heads import head_of_list
from forum.views.ready import ready_made


@login_not_required
@ready_made("offences")
def offences(request):
    """The page; there is none while the operator has not opened it."""
    if not SiteSettings.current().shows_offences:
        raise Http404
    now = timezone.now()
    months = _trimmed(months_until(now))
    named = {number for month in months for number in month.rules}
    rules = sorted({*HouseRule.in_force().values_list("number", flat=True), *(named - {None})})
    cases = Precedent.objects.select_related("decision")[: limits.PRECEDENTS_SHOWN]
    context = {
        "measures": [(verb, verb.label) for verb in Decision.MEASURES],
        "rules": [*rules, *([None] if None in named else [])],
        "span": limits.TALLY_MONTHS,
        "rows": [_row(month, rules + [None] * (None in named), now) for month in months],
        "cases": [(case.decision, case) for case in cases],
        "is_empty": not any(month.total for month in months),
        "head": head_of_list(request, page={}, heading=_("What was decided")),
    }
    return render(request, "forum/offences.html", context)


def _trimmed(months):
    """Without the months before the first in which anything was decided; the present one stays."""
    eventful = [place for place, month in enumerate(months) if month.total or month.appeals]
    return months[: max(eventful, default=0) + 1]


def _row(month, rules, now):
    outcome = Appeal.Outcome
    return {
        "first": month.first,
        "measures": [month.measures[verb] for verb in Decision.MEASURES],
        "rules": [month.rules[number] for number in rules],
        "median": timesince(now - month.median, now, depth=1) if month.median is not None else "",
        "granted": month.appeals[outcome.GRANTED],
        "upheld": month.appeals[outcome.UPHELD],
    }
