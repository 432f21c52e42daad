"""What the formats ask for, said once: RFC 4287, RSS 2.0 and JSON Feed 1.1, read with a real reader of feeds."""

import json
import re
import xml.etree.ElementTree as ET

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_KINDS = {"": "application/atom+xml", "rss/": "application/rss+xml", "json/": "application/feed+json"}


def titles(response, form):
    """The titles of the entries; fails unless the answer is a valid feed of this form ("", "rss/" or "json/")."""
    assert response.status_code == 200
    assert response["Content-Type"] == f"{_KINDS[form]}; charset=utf-8"
    return {"": _atom, "rss/": _rss, "json/": _json}[form](response.content)


def _parsed(raw):
    feed = feedparser.parse(raw)
    assert not feed.bozo, feed.bozo_exception
    return [entry.title for entry in feed.entries]


def _atom(raw):
    root = ET.fromstring(raw)
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for thing in (root, *entries):
        assert thing.findtext(f"{ATOM}id") and thing.findtext(f"{ATOM}title")
        assert _MOMENT.fullmatch(thing.findtext(f"{ATOM}updated"))
    assert all(entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries)
    names = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(names)) == len(names)
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")][:2] == ["alternate", "self"]
    return _parsed(raw)


def _rss(raw):
    root = ET.fromstring(raw)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    channel = root.find("channel")
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    assert channel.find(f"{ATOM}link").get("rel") == "self"
    for item in channel.findall("item"):
        assert item.findtext("title") and item.findtext("link").startswith("http") and item.findtext("guid")
    return _parsed(raw)


def _json(raw):
    feed = json.loads(raw)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] and feed["feed_url"].startswith("http") and feed["home_page_url"].startswith("http")
    for item in feed["items"]:
        assert isinstance(item["id"], str) and item["url"].startswith("http")
        assert "content_html" in item or "content_text" in item
        assert _MOMENT.fullmatch(item["date_published"])
        assert all(author.get("name") for author in item["authors"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return [item["title"] for item in feed["items"]]
