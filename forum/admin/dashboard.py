"""The dashboard: how the house is doing, in numbers drawn on the server. Looking changes nothing."""

from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from accounts.models import User
from forum import limits
from forum.admin import numbers
from forum.admin.hand import median_wait
from forum.admin.plots import columns, lying
from forum.models import Report
from forum.rules import may_judge, may_moderate, require


def dashboard(site, request):
    """The page, for whoever judges; the words of the list of blocked words only for whom that list is open to."""
    require(may_judge(request.user))
    context = site.each_context(request)
    plots = plots_of(timezone.now(), context["waiting"], words=bool(may_moderate(request.user)))
    request.current_app = site.name
    return TemplateResponse(request, "admin/forum/dashboard.html", context | {"title": _("Dashboard"), "plots": plots})


def plots_of(now, waiting, *, words):
    """Every Plot of the page, in order; ``waiting``: how much waits behind which door. Six questions at most."""
    written = numbers.replies(now)
    return [
        _queue(waiting),
        _waits(now),
        _daily("reports", _("Reports"), _("Reports made on each of the last days."), Report.objects, "created_at", now),
        _daily("newcomers", _("Newcomers"), _("People who signed up, by day."), User.objects, "date_joined", now),
        *_replies(written),
        _regions(written),
        *([_words(now)] if words else []),
    ]


def _queue(waiting):
    names = {
        "thread": _("Articles held for review"),
        "reply": _("Replies held for review"),
        "report": _("Things reported"),
        "appeal": _("Appeals"),
        "assessment": _("Published, to be looked at"),
    }
    rows = [_row(name, waiting[key]) for key, name in names.items() if key in waiting]
    about = _("What waits for you at this moment.")
    rows = rows or [_row(_("To do"), waiting["claim"])]
    return lying("queue", _("Queue"), str(waiting["claim"]), about, _("What"), rows)


def _waits(now):
    median = median_wait()
    rows = [
        (f"{day:%m-%d}", wait.total_seconds() if wait else 0, _span(wait, now)) for day, wait, _n in numbers.waits(now)
    ]
    about = _("The median time things waited before they were settled, by day; the number is that of the last week.")
    return columns("waits", _("Waiting time"), _span(median, now), about, _("Day"), rows)


def _daily(key, title, about, things, column, now):
    found = numbers.a_day(things, column, now)
    figure = _("%(count)s today") % {"count": found[-1][1]}
    return columns(key, title, figure, about, _("Day"), [_row(f"{day:%m-%d}", many) for day, many in found])


def _replies(written):
    about = _("Replies written in each of the last 24 hours.")
    yield columns(
        "hours", _("Replies, last 24 hours"), _sum(written.last_day), about, _("Hour"), _hours(written.last_day)
    )
    about = _("Replies of the last 7 days, by the hour of the day.")
    if not written.complete:
        about += " " + _("Only the newest %(count)s were counted.") % {"count": limits.NEWEST_COUNTED}
    yield columns("week", _("Replies, last 7 days"), _sum(written.week), about, _("Hour"), _hours(written.week))


def _regions(written):
    named = [(region or _("None shown"), many) for region, many in written.regions]
    rows, rest = named[: limits.DASHBOARD_BARS], named[limits.DASHBOARD_BARS :]
    if rest:
        rows = [*rows, (_("All others"), sum(many for _region, many in rest))]
    figure = _("%(count)s regions") % {"count": sum(1 for region, _many in written.regions if region)}
    about = _("Where the replies of the last 7 days were written.")
    return lying("regions", _("Replies by region"), figure, about, _("Region"), [_row(*row) for row in rows])


def _words(now):
    found = numbers.top_words(now)
    about = _("Blocked words met most often in the last 7 days.")
    return lying("words", _("Blocked words met"), _sum(found), about, _("Word"), [_row(*row) for row in found])


def _hours(counted):
    return [_row(f"{hour:02}:00", many) for hour, many in counted]


def _row(label, many):
    return str(label), many, str(many)


def _sum(rows):
    return str(sum(many for _label, many in rows))


def _span(wait, now):
    return "—" if wait is None else timesince(now - wait, now, depth=1)
