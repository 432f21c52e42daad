"""A person's page."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.models import User
from forum import limits
from forum.models import Reply, Series, Shelter, State, Thread
from forum.views.follows import about_followers
from forum.views.heads import head_of_person
from forum.views.levels import level_shown
from forum.views.ready import ready_made


@login_not_required
@ready_made("lists")
def person(request, name):
    """Articles and replies of one account, what they keep and who follows them where they let it be seen."""
    someone = get_object_or_404(User, username=name, is_active=True)
    lists = _lists(someone, request.user)
    shows = next((name for name in lists if name in request.GET), "threads")
    page = Paginator(lists[shows], limits.THREADS_PER_PAGE).get_page(request.GET.get("page"))
    threads, newest = lists["threads"], lists["replies"].first()
    written = threads.count()
    context = {
        "head": head_of_person(
            request, someone, page={"page": page.number if page.number > 1 else ""}, threads=written
        ),
        "person": someone,
        "shows": shows,
        "lists": tuple(lists),
        "page": page,
        "threads_count": written,
        "replies_count": lists["replies"].count(),
        "views_count": threads.order_by().aggregate(n=Sum("views_count"))["n"] or 0,
        "region": newest.region if newest else "",
        "series": _series(someone, request.user),
        "is_blocked": request.user.is_authenticated and request.user.blocks.filter(person=someone).exists(),
        **about_followers(request.user, someone, reverse("follow-person", args=[someone.username])),
        **level_shown(someone, request.user),
        "shelter": Shelter.objects.in_force_for(someone) if someone.pk == request.user.pk else None,
        "usual": limits.SHELTER_USUAL,
    }
    return render(request, "forum/member.html", context)


def _lists(someone, viewer):
    """What the page can list, by name; what is private is there for themselves alone."""
    own = someone.pk == viewer.pk
    lists = {
        "threads": Thread.objects.for_feed().filter(author=someone).latest(),
        "replies": Reply.objects.public().filter(author=someone).select_related("thread", "author").order_by("-id"),
    }
    if own or someone.shows_favourites:
        lists["favourites"] = Thread.objects.for_feed().filter(favourites__user=someone).order_by("-favourites__id")
    if own or someone.shows_followers:
        followers = User.objects.filter(follows__person=someone, is_active=True)
        lists["followers"] = followers.only("username", "bio").order_by("-follows__id")
    return lists


def _series(someone, viewer):
    """Their series with how many public articles each has; empty ones are seen by their author alone."""
    public = Count("parts", filter=Q(parts__thread__state=State.PUBLIC))
    found = Series.objects.filter(author=someone).annotate(count=public)
    return found if someone.pk == viewer.pk else found.filter(count__gt=0)
