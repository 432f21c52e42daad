"""Lists of threads: the front page, a category, a tag."""

from itertools import count
from typing import NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from forum import limits
from forum.memory import recall
from forum.models import Category, Reply, Tag, Thread
from forum.views.follows import about_followers
from forum.views.heads import head_of_list
from forum.views.ready import ready_made

_serials = count(1)
_SIZE = 100_000  # bytes: thirty rows with their people and shelves

SORTS = ("recommended", "latest", "hot")  # beside them stands 关注, everybody's own: forum.views.follows


@login_not_required
@ready_made("lists")
def feed(request):
    """The front page."""
    return _list(request, Thread.objects.all())


@login_not_required
@ready_made("lists")
def category(request, slug):
    """One shelf."""
    shelf = get_object_or_404(Category, slug=slug)
    return _list(request, shelf.threads.all(), heading=shelf.name, category=shelf)


@login_not_required
@ready_made("lists")
def tag(request, name):
    """Threads with one word on them."""
    found = get_object_or_404(Tag.objects.select_related("same_as"), name=name)
    if found.same_as:
        return redirect(found.same_as, permanent=True)
    about_tag = about_followers(request.user, found, reverse("follow-tag", args=[found.name]))
    return _list(request, found.threads.all(), heading=f"#{found.name}", follow=about_tag, tag=found)


class Listed(NamedTuple):
    """A list of threads and what stands beside it, the same for everybody; ``serial`` tells one answer from another."""

    serial: int
    threads: Page
    lively: list
    newest_replies: list


def _list(request, threads, *, follow=(), **about):
    sort = request.GET.get("sort")
    sort = sort if sort in SORTS else SORTS[0]
    listed = _remembered(request.path, threads, sort, request.GET.get("page", ""))
    number = listed.threads.number
    context = {
        **listed._asdict(),
        "head": head_of_list(request, page={"page": number if number > 1 else ""}, **about),
        "sort": sort,
        "sorts": SORTS,
        **about,
        **dict(follow),
    }
    return render(request, "forum/feed.html", context)


def _remembered(path, threads, sort, page):
    """The list at this address; what nobody would ask for is not remembered."""

    def ask():
        return _listed(getattr(threads.for_feed(), sort)(), page)

    if page and not (page.isascii() and page.isdecimal() and len(page) < 5):
        return ask()
    return recall(("list", path, sort, page), ask, shows=("lists",), size=_SIZE)


def _listed(threads, page):
    page = Paginator(threads, limits.THREADS_PER_PAGE).get_page(page)
    page.object_list = list(page.object_list)
    lively = Thread.objects.for_feed().charted(limits.CHART_DAYS["week"])[:5]
    return Listed(next(_serials), page, list(lively), list(Reply.objects.newest()[:5]))
