"""What all feeds have in common: form, script, hub, and words that XML can hold."""

import re
from copy import copy

from django.contrib.syndication.views import Feed
from django.http import QueryDict

from forum.chinese import LANGUAGE_IN, ORIGINAL, converted_text, page_language, shown_language
from forum.feeds.forms import FORMS
from forum.models import SiteSettings

LENGTH = 30  # entries; a day's writing of a lively site
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML holds these, however written


class OurFeed(Feed):
    """A feed in the form its address names and the script ?script= or the reader's cookie names.

    One object serves every request; each request fills in a copy.
    """

    asks = ("script",)  # what of the query string belongs to the feed's own address

    def __call__(self, request, *args, form="atom", **kwargs):
        asked = copy(self)
        asked.request, asked.feed_type, asked.site = request, FORMS[form], SiteSettings.current()
        asked.script = request.script
        response = Feed.__call__(asked, request, *args, **kwargs)
        # A feed that lost an entry is another feed without a younger date; its ETag tells the two apart.
        response.headers.pop("Last-Modified", None)
        if asked.site.hub:
            response.headers["Link"] = f'<{asked.site.hub}>; rel="hub", <{asked.address()}>; rel="self"'
        return response

    def address(self):
        """The feed's own address, without whatever else was asked."""
        query = QueryDict(mutable=True)
        query.update({name: self.request.GET[name] for name in self.asks if name in self.request.GET})
        path = f"{self.request.path}?{query.urlencode()}" if query else self.request.path
        return self.request.build_absolute_uri(path)

    def feed_url(self, about):
        return self.address()

    def feed_extra_kwargs(self, about):
        return {"hub": self.site.hub}

    def get_feed(self, about, request):
        self.language = self.language_of(about)
        return super().get_feed(about, request)

    def language_of(self, about):
        """The language of the texts, which the interface may not speak."""
        if self.script != ORIGINAL:
            return LANGUAGE_IN[self.script]
        usual = page_language(self.request.LANGUAGE_CODE)
        return usual if usual.startswith("zh") else shown_language(self.title(about), self.script) or usual

    def words(self, text, terms=""):
        """People's words as this feed shows them, an article's by its ``terms``."""
        return _UNSPEAKABLE.sub("", converted_text(str(text), self.script, terms))

    def html(self, html):
        return _UNSPEAKABLE.sub("", html)

    def item_author_link(self, thing):
        if not thing.author:
            return None
        return self.request.build_absolute_uri(thing.author.get_absolute_url())
