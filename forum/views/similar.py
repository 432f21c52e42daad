"""Has somebody written this already? Asked while a title is typed, or on a page of its own."""

from django.shortcuts import render

from forum import limits
from forum.models import Thread
from forum.views.related import like_title


def similar(request):
    """Public articles like ?title=…: a fragment for htmx, else a page with the box."""
    title = request.GET.get("title", "").replace("\0", "")[: limits.TITLE_LENGTH]
    alike = like_title(title) if title.strip() else []
    found = Thread.objects.for_feed().filter(pk__in=alike)
    context = {"title": title, "threads": sorted(found, key=lambda thread: alike.index(thread.pk))}
    template = "forum/threads/_similar.html" if request.htmx else "forum/threads/similar.html"
    return render(request, template, context)
