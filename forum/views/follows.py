"""关注: buttons that say what should be, and the list of what is new from what one follows."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.models import User
from forum import limits
from forum.actions.follows import set_follow
from forum.models import Follow, News, Tag, Thread, followed_by
from forum.views.places import place_in_list, place_read


@login_not_required
def following(request):
    """New articles of people and tags, and newly answered articles, newest first; visitors read what it is, and who
    has switched lists of their own off reads so: nothing is asked for them."""
    wanted = request.user.is_authenticated and request.user.wants_own_lists
    return render(request, "forum/follows/list.html", _news(request) if wanted else {})


@require_POST
def follow_person(request, name):
    """Follow a member (followed=yes) or no longer (followed=no)."""
    return _set(request, get_object_or_404(User, username=name, is_active=True))


@require_POST
def follow_tag(request, name):
    """Follow a tag (followed=yes) or no longer (followed=no)."""
    tag = get_object_or_404(Tag.objects.select_related("same_as"), name=name)
    return _set(request, tag.same_as or tag)


@require_POST
def follow_thread(request, pk):
    """Follow the replies to an article (followed=yes) or no longer (followed=no)."""
    thread = get_object_or_404(Thread.objects.visible_to(request.user), pk=pk)
    followed = _wanted(request, thread)
    if request.htmx:
        return render(request, "forum/follows/_thread.html", {"thread": thread, "followed": followed})
    return redirect(thread)


def about_followers(viewer, thing, address):
    """What ``_button.html`` needs of a person or a tag."""
    followers = Follow.objects.of(thing)
    followed = viewer.is_authenticated and followers.filter(user=viewer).exists()
    return {"address": address, "followers": followers.count(), "followed": followed}


def _set(request, thing):
    _wanted(request, thing)
    if not request.htmx:
        return redirect(thing)
    return render(request, "forum/follows/_button.html", about_followers(request.user, thing, request.path))


def _wanted(request, thing):
    followed = request.POST.get("followed") != "no"
    set_follow(request.user, thing, followed=followed)
    return followed


def _news(request):
    place = place_read(request.GET.get("before", ""))
    before = News(place[1], place[0]) if place else None
    news = followed_by(request.user, limits.THREADS_PER_PAGE + 1, before=before)
    page = news[: limits.THREADS_PER_PAGE]
    threads = Thread.objects.for_feed().in_bulk([one.pk for one in page])
    more = place_in_list(page[-1].moment, page[-1].pk) if len(news) > len(page) else ""
    return {"threads": [threads[one.pk] for one in page if one.pk in threads], "before": more}
