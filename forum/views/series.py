"""Series: read one, make one, change it, give it up."""

import json
from typing import NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from forum.actions.series import drop_series, keep_series
from forum.forms.moderation import ReasonForm
from forum.forms.series import SeriesForm
from forum.models import Series, Thread
from forum.rules import may_drop_series, may_keep_series, require
from forum.views.heads import head_of_list
from forum.views.ready import ready_made


class Place(NamedTuple):
    """Where a thread stands in its series; the neighbours are (number, title, terms) or None."""

    series: int
    title: str
    number: int
    count: int
    previous: tuple | None
    next: tuple | None


# The public parts of the series in which a thread stands, as a JSON list of (number, title, terms, series, its title).
PARTS = """
select json_agg(
  json_build_array(part.thread_id, thread.title, thread.terms, series.id, series.title) order by part.position
)::text
from forum_seriespart as own join forum_seriespart as part on part.series_id = own.series_id
join forum_thread as thread on thread.id = part.thread_id and thread.state = 'public'
join forum_series as series on series.id = part.series_id where own.thread_id = %(thread)s
"""


def place_of(thread, parts):
    """The thread's Place, from what PARTS answered; None outside of any series."""
    rows = json.loads(parts or "[]")
    numbers = [row[0] for row in rows]
    if thread.pk not in numbers:
        return None
    at = numbers.index(thread.pk)
    before, after = rows[at - 1][:3] if at else None, rows[at + 1][:3] if at + 1 < len(rows) else None
    return Place(*rows[at][3:], at + 1, len(rows), before, after)


@login_not_required
@ready_made("lists")
def detail(request, pk):
    """The public articles of one series in order; an empty one is seen by its author alone."""
    series = get_object_or_404(Series.objects.select_related("author").filter(author__is_active=True), pk=pk)
    threads = Thread.objects.for_feed().filter(part__series=series).order_by("part__position")
    if not threads and series.author_id != request.user.pk:
        raise Http404
    context = {
        "series": series,
        "threads": threads,
        "may_drop": bool(may_drop_series(request.user, series)),
        "head": head_of_list(request, page={}, heading=series.title, tag=None, line=series.about),
    }
    return render(request, "forum/series/detail.html", context)


def write(request):
    """Make a series of one's own articles."""
    require(may_keep_series(request.user))
    return _form(request, None)


def edit(request, pk):
    """Change one's own."""
    series = get_object_or_404(Series, pk=pk)
    require(may_keep_series(request.user, series))
    return _form(request, series)


def drop(request, pk):
    """Ask once more, a moderator also why; then the series is gone and its articles stay."""
    series = get_object_or_404(Series, pk=pk)
    require(may_drop_series(request.user, series))
    is_own = series.author_id == request.user.pk
    form = None if is_own else ReasonForm(request.POST or None)
    if request.method == "POST" and (is_own or form.is_valid()):
        drop_series(request.user, series, reason="" if is_own else form.cleaned_data["reason"])
        messages.success(request, _("The series is gone; its articles are where they were."))
        return redirect(series.author)
    status = 422 if form and form.is_bound else 200
    return render(request, "forum/series/drop.html", {"series": series, "form": form}, status=status)


def _form(request, series):
    form = SeriesForm(request.POST or None, author=request.user, series=series)
    if request.method == "POST" and form.is_valid():
        return redirect(keep_series(request.user, series, **form.chosen()))
    status = 422 if form.is_bound else 200
    return render(request, "forum/series/write.html", {"form": form, "series": series}, status=status)
