"""Atom feeds: what visitors may read, newest first."""

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from accounts.models import User
from forum.models import Category, Reply, SiteSettings, Tag, Thread

LENGTH = 30  # entries; a day's writing of a lively site


class _Threads(Feed):
    """Articles; subclasses say which."""

    feed_type = Atom1Feed

    def threads(self, about):
        return Thread.objects.all()

    def items(self, about):
        return self.threads(about).for_feed().latest().prefetch_related("tags")[:LENGTH]

    def title(self, about):
        site = SiteSettings.current().site_name
        return f"{about} · {site}" if about else site

    def subtitle(self, about):
        return SiteSettings.current().tagline

    def link(self, about):
        return about.get_absolute_url() if about else reverse("feed")

    def item_title(self, thread):
        return thread.title

    def item_description(self, thread):
        return thread.excerpt

    def item_author_name(self, thread):
        return thread.author_name or _("unknown author")

    def item_categories(self, thread):
        return [thread.category.name, *(tag.name for tag in thread.tags.all())]

    def item_pubdate(self, thread):
        return thread.published_at

    def item_updateddate(self, thread):
        return thread.edited_at or thread.published_at


class LatestFeed(_Threads):
    """The whole site."""


class CategoryFeed(_Threads):
    def get_object(self, request, slug):
        return get_object_or_404(Category, slug=slug)

    def threads(self, about):
        return about.threads.all()


class TagFeed(_Threads):
    def get_object(self, request, name):
        return get_object_or_404(Tag, name=name)

    def threads(self, about):
        return about.threads.all()


class PersonFeed(_Threads):
    def get_object(self, request, name):
        return get_object_or_404(User, username=name, is_active=True)

    def threads(self, about):
        return about.threads.all()


class RepliesFeed(Feed):
    """The replies under one article."""

    feed_type = Atom1Feed

    def get_object(self, request, pk):
        return get_object_or_404(Thread.objects.public(), pk=pk)

    def title(self, thread):
        return _("Replies to “{title}”").format(title=thread.title)

    def subtitle(self, thread):
        return thread.excerpt

    def link(self, thread):
        return thread.get_absolute_url()

    def items(self, thread):
        replies = Reply.objects.public().filter(thread=thread).select_related("author", "thread")
        return replies.order_by("-id")[:LENGTH]

    def item_title(self, reply):
        return _("{name} on “{title}”").format(name=reply.author_name, title=reply.thread.title)

    def item_description(self, reply):
        return reply.body_html

    def item_author_name(self, reply):
        return str(reply.author_name)

    def item_pubdate(self, reply):
        return reply.created_at

    def item_updateddate(self, reply):
        return reply.edited_at or reply.created_at
