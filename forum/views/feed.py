"""Lists of threads: the front page, a category, a tag."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from forum import limits
from forum.models import Category, Reply, Tag, Thread
from forum.views.follows import about_followers
from forum.views.heads import head_of_list
from forum.views.ready import ready_made

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


def _list(request, threads, *, follow=(), **about):
    sort = request.GET.get("sort")
    sort = sort if sort in SORTS else SORTS[0]
    threads = getattr(threads.for_feed(), sort)()
    page = Paginator(threads, limits.THREADS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "threads": page,
        "head": head_of_list(request, page={"page": page.number if page.number > 1 else ""}, **about),
        "sort": sort,
        "sorts": SORTS,
        "lively": Thread.objects.for_feed().charted(limits.CHART_DAYS["week"])[:5],
        "newest_replies": Reply.objects.public().select_related("author", "thread").order_by("-id")[:5],
        **about,
        **dict(follow),
    }
    return render(request, "forum/feed.html", context)
