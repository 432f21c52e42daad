"""What a search finds, newest first: a question one goes on asking."""

from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _

from forum import search
from forum.chinese import converted_html
from forum.feeds.base import OurFeed


class SearchFeed(OurFeed):
    """Threads and replies; asked as a visitor, whoever asks."""

    asks = ("q", "script")

    def get_object(self, request):
        return " ".join(request.GET.get("q", "").replace("\0", "").split())[: search.LONGEST]

    def title(self, query):
        return _("“{query}” · {site}").format(query=self.html(query), site=self.site.site_name)

    def subtitle(self, query):
        return _("What the search finds, newest first")

    description = subtitle

    def link(self, query):
        return f"{reverse('search')}?{urlencode({'q': query, 'sort': 'latest'})}"

    def items(self, query):
        return search.search(query, AnonymousUser(), sort="latest").hits

    def item_link(self, hit):
        return (hit.reply or hit.thread).get_absolute_url()

    def item_title(self, hit):
        title = self.words(hit.thread.title, hit.thread.terms)
        return _("{name} on “{title}”").format(name=hit.reply.author_name, title=title) if hit.reply else title

    def item_description(self, hit):
        return self.html(converted_html(str(hit.snippet), self.script, "" if hit.reply else hit.thread.terms))

    def item_author_name(self, hit):
        return str((hit.reply or hit.thread).author_name or _("unknown author"))

    def item_author_link(self, hit):
        return super().item_author_link(hit.reply or hit.thread)

    def item_pubdate(self, hit):
        return hit.reply.created_at if hit.reply else hit.thread.published_at

    def item_updateddate(self, hit):
        return (hit.reply or hit.thread).edited_at or self.item_pubdate(hit)
