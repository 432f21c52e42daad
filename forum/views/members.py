"""A person's page."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.shortcuts import get_object_or_404, render

from accounts.models import User
from forum import limits
from forum.models import Reply, Series, Shelter, State, Thread
from forum.views.heads import head_of_person
from forum.views.levels import level_shown
from forum.views.ready import ready_made


@login_not_required
@ready_made("lists")
def person(request, name):
    """Articles and replies of one account, and the region of the last reply."""
    someone = get_object_or_404(User, username=name, is_active=True)
    threads = Thread.objects.for_feed().filter(author=someone).latest()
    replies = Reply.objects.public().filter(author=someone).select_related("thread", "author").order_by("-id")
    shows = "replies" if "replies" in request.GET else "threads"
    listed = replies if shows == "replies" else threads
    newest = replies.first()
    page = Paginator(listed, limits.THREADS_PER_PAGE).get_page(request.GET.get("page"))
    written = threads.count()
    number = page.number if page.number > 1 else ""
    context = {
        "head": head_of_person(request, someone, page={"page": number}, threads=written),
        "person": someone,
        "shows": shows,
        "page": page,
        "threads_count": written,
        "replies_count": replies.count(),
        "views_count": threads.order_by().aggregate(n=Sum("views_count"))["n"] or 0,
        "region": newest.region if newest else "",
        "series": _series(someone, request.user),
        **level_shown(someone, request.user),
        "shelter": Shelter.objects.in_force_for(someone) if someone.pk == request.user.pk else None,
        "usual": limits.SHELTER_USUAL,
    }
    return render(request, "forum/member.html", context)


def _series(someone, viewer):
    """Their series with how many public articles each has; empty ones are seen by their author alone."""
    public = Count("parts", filter=Q(parts__thread__state=State.PUBLIC))
    found = Series.objects.filter(author=someone).annotate(count=public)
    return found if someone.pk == viewer.pk else found.filter(count__gt=0)
