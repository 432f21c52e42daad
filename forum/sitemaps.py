"""The public pages, for search engines: fifty thousand addresses a file is the protocol's limit, five ours."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Q
from django.db.models.functions import Greatest
from django.urls import reverse

from forum.models import Category, State, Tag, Thread


class ThreadSitemap(Sitemap):
    """Articles; each changes with its last reply."""

    limit = 5000

    def items(self):
        rows = Thread.objects.public().only("pk", "published_at", "edited_at", "last_reply_at")
        return rows.annotate(changed=Greatest("published_at", "edited_at", "last_reply_at")).order_by("pk")

    def lastmod(self, thread):
        return thread.changed


class ShelfSitemap(Sitemap):
    """The front page, categories and the tags that lead somewhere."""

    def items(self):
        newest = Max("threads__published_at", filter=Q(threads__state=State.PUBLIC))
        shelves = [*Category.objects.annotate(changed=newest), *Tag.objects.annotate(changed=newest)]
        return [None, *(shelf for shelf in shelves if shelf.changed)]

    def location(self, shelf):
        return shelf.get_absolute_url() if shelf else reverse("feed")

    def lastmod(self, shelf):
        return shelf and shelf.changed


SITEMAPS = {"threads": ThreadSitemap, "shelves": ShelfSitemap}
