"""Other ways into the house: charts, newest replies, what nobody has answered, all tags, and how lists are made."""

import random

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Max, Min, Q
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits
from forum.models import Reply, State, Tag, Thread
from forum.models.orders import FORMULA, HALF_DAY, POINTS, THREE_DAYS
from forum.views.heads import head_of_list
from forum.views.ready import ready_made

_TURNS = 1000


@login_not_required
@ready_made("lists")
def chart(request, span):
    """What readers did most with in a day, a week or a month."""
    if span not in limits.CHART_DAYS:
        raise Http404
    names = {"day": _("Day’s chart"), "week": _("Week’s chart"), "month": _("Month’s chart")}
    threads = Thread.objects.for_feed().charted(limits.CHART_DAYS[span])[: limits.CHART_LENGTH]
    head = head_of_list(request, page={}, heading=names[span])
    context = {"span": span, "names": names, "heading": names[span], "threads": threads, "head": head}
    return render(request, "forum/lists/chart.html", context)


@login_not_required
@ready_made("lists")
def latest(request):
    """The newest replies of the whole site, by keyset."""
    replies = Reply.objects.newest()
    before = request.GET.get("before", "")
    if before.isascii() and before.isdecimal() and len(before) < 19:
        replies = replies.filter(pk__lt=int(before))
    rows = list(replies[: limits.REPLIES_PER_PAGE + 1])
    shown, more = rows[: limits.REPLIES_PER_PAGE], len(rows) > limits.REPLIES_PER_PAGE
    context = {
        "replies": shown,
        "before": shown[-1].pk if more else None,
        "head": head_of_list(request, page={}, heading=_("Newest replies")),
    }
    return render(request, "forum/lists/latest.html", context)


@login_not_required
@ready_made("lists")
def unanswered(request):
    """A random handful of articles nobody has answered, the same for everybody on one day; ?turn=2 is another."""
    turn = request.GET.get("turn", "")
    turn = int(turn) % _TURNS if turn.isascii() and turn.isdecimal() and len(turn) < 6 else 0
    context = {
        "threads": _handful(Thread.objects.for_feed().filter(replies_count=0), turn),
        "turn": (turn + 1) % _TURNS,
        "head": head_of_list(request, page={}, heading=_("Waiting for a first reply")),
    }
    return render(request, "forum/lists/unanswered.html", context)


@login_not_required
@ready_made("lists")
def tags(request):
    """Every tag that leads somewhere, the most used first."""
    used = Count("threads", filter=Q(threads__state=State.PUBLIC))
    found = Tag.objects.annotate(used=used).filter(used__gt=0).order_by("-used", "name")[: limits.TAGS_LISTED]
    context = {"tags": found, "head": head_of_list(request, page={}, heading=_("All tags"))}
    return render(request, "forum/lists/tags.html", context)


@login_not_required
@ready_made("lists")
def about(request):
    """How the lists are made, in words and as the database has it."""
    context = {
        "formula": FORMULA,
        "points": POINTS,
        "half_day": HALF_DAY // 3600,
        "three_days": THREE_DAYS // 86_400,
        "head": head_of_list(request, page={}, heading=_("How the lists are made")),
    }
    return render(request, "forum/lists/about.html", context)


def _handful(threads, turn):
    """Neighbours by number from a random place on, shuffled: two looks into an index, however many wait."""
    ends = Thread.objects.public().filter(replies_count=0).aggregate(first=Min("pk"), last=Max("pk"))
    if ends["first"] is None:
        return []
    chance = random.Random(timezone.localdate().toordinal() * _TURNS + turn)
    start = chance.randint(ends["first"], ends["last"])
    found = list(threads.filter(pk__gte=start).order_by("pk")[: limits.THREADS_PER_PAGE])
    if lack := limits.THREADS_PER_PAGE - len(found):
        found += threads.filter(pk__lt=start).order_by("pk")[:lack]
    chance.shuffle(found)
    return found
