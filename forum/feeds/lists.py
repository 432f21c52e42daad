"""Lists of threads: the whole site, a category, a tag, one person."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from accounts.models import User
from forum.feeds.base import LENGTH, OurFeed
from forum.models import Category, Tag, Thread


class _Threads(OurFeed):
    """Articles; subclasses say which."""

    def threads(self, about):
        return Thread.objects.all()

    def items(self, about):
        return self.threads(about).for_feed().latest().prefetch_related("tags")[:LENGTH]

    def title(self, about):
        site = self.site.site_name
        name = about if isinstance(about, User) else about and self.words(about)
        return f"{name} · {site}" if about else site

    def subtitle(self, about):
        return self.words(getattr(about, "description", "") or self.site.tagline)

    description = subtitle

    def link(self, about):
        return about.get_absolute_url() if about else reverse("feed")

    def item_title(self, thread):
        return self.words(thread.title, thread.terms)

    def item_description(self, thread):
        return escape(self.words(thread.excerpt, thread.terms))

    def item_author_name(self, thread):
        return thread.author_name or _("unknown author")

    def item_categories(self, thread):
        return [self.words(name) for name in (thread.category.name, *(tag.name for tag in thread.tags.all()))]

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
        found = get_object_or_404(Tag.objects.select_related("same_as"), name=name)
        return found.same_as or found

    def threads(self, about):
        return about.threads.all()


class PersonFeed(_Threads):
    def get_object(self, request, name):
        return get_object_or_404(User, username=name, is_active=True)

    def threads(self, about):
        return about.threads.all()
