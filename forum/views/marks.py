"""Favourites and likes: buttons that say what should be, so pressing twice is pressing once."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from forum.actions.marks import set_favourite, set_like
from forum.models import Favourite, Reply, Thread
from forum.views.fragments import like_of


@require_POST
def favourite(request, pk):
    """Keep a thread (favourited=yes) or no longer (favourited=no)."""
    thread = get_object_or_404(Thread.objects.visible_to(request.user), pk=pk)
    favourited = request.POST.get("favourited") != "no"
    set_favourite(request.user, thread, favourited=favourited)
    context = {"thread": thread, "favourited": favourited}
    return _answer(request, thread, "forum/favourites/_button.html", context)


@require_POST
def like_thread(request, pk):
    """Like an article (liked=yes) or no longer (liked=no)."""
    thread = get_object_or_404(Thread.objects.visible_to(request.user), pk=pk)
    liked = request.POST.get("liked") != "no"
    set_like(request.user, thread, liked=liked)
    return _answer(request, thread, "forum/threads/_like.html", {"thread": thread, "liked": liked})


@require_POST
def like_reply(request, pk):
    """Like a reply (liked=yes) or no longer (liked=no)."""
    reply = get_object_or_404(Reply.objects.visible_to(request.user), pk=pk)
    liked = request.POST.get("liked") != "no"
    set_like(request.user, reply, liked=liked)
    return _answer(request, reply, "forum/replies/_like.html", {"reply": like_of(reply.pk, reply.likes_count, liked)})


def favourites(request):
    """What this member keeps, newest first."""
    kept = Favourite.objects.filter(user=request.user, thread__in=Thread.objects.public())
    rows = kept.select_related("thread__author", "thread__category").order_by("-id")[:200]
    return render(request, "forum/favourites/list.html", {"threads": [row.thread for row in rows]})


def _answer(request, thing, template, context):
    return render(request, template, context) if request.htmx else redirect(thing)
