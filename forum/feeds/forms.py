"""The three forms a feed is written in. Each names its hub (WebSub) where the operator has one."""

import json
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class _Ours:
    """A feed without entries is as old as time, and not as new as the question: its bytes stay the same."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else _NEVER


class Atom(_Ours, Atom1Feed):
    """RFC 4287."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("link", "", {"rel": "hub", "href": self.feed["hub"]})


class Rss(_Ours, Rss201rev2Feed):
    """RSS 2.0 with Atom's link to itself."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("atom:link", "", {"rel": "hub", "href": self.feed["hub"]})


class JsonFeed(_Ours, SyndicationFeed):
    """https://www.jsonfeed.org/version/1.1/"""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding):
        about = self.feed
        whole = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": about["title"],
            "home_page_url": about["link"],
            "feed_url": about["feed_url"],
            "description": about["subtitle"],
            "language": about["language"],
            "hubs": about["hub"] and [{"type": "WebSub", "url": about["hub"]}],
            "items": [_item(item) for item in self.items],
        }
        outfile.write(json.dumps(_known(whole), ensure_ascii=False, separators=(",", ":")))


def _item(item):
    author = {"name": item["author_name"], "url": item["author_link"]}
    changed = item["updateddate"] and rfc3339_date(item["updateddate"])
    return _known(
        {
            "id": item["link"],
            "url": item["link"],
            "title": item["title"],
            "content_html": item["description"],
            "date_published": rfc3339_date(item["pubdate"]),
            "date_modified": changed,
            "authors": [_known(author)],
            "tags": item["categories"],
        }
    ) | {"content_html": item["description"]}


def _known(facts):
    return {name: value for name, value in facts.items() if value or name == "items"}


FORMS = {"atom": Atom, "rss": Rss, "json": JsonFeed}
