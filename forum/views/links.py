"""Where else a page's list may be had: the feeds its head names, for programs to find."""

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from forum.chinese import ORIGINAL

_KINDS = {
    "atom": ("application/atom+xml", ""),
    "rss": ("application/rss+xml", " (RSS)"),
    "json": ("application/feed+json", " (JSON Feed)"),
}


class FeedLink(NamedTuple):
    """One address of a feed: its media type, what to call it, where it is."""

    kind: str
    title: str
    address: str


@lru_cache(10_000)
def path_of(name, *blanks):
    """Django's reverse, which compares an address with all that might be meant, once for each."""
    return reverse(name, args=blanks)


def feed_links(request, title, name, *blanks, **query):
    """The feed of this name in all its forms, in the script this reader chose: a feed reader has no cookies."""
    path = path_of(name, *blanks)
    if request.script != ORIGINAL:
        query["script"] = request.script
    asked = f"?{urlencode(query)}" if query else ""
    return tuple(
        FeedLink(kind, f"{title}{form}", f"{path}{'' if word == 'atom' else f'{word}/'}{asked}")
        for word, (kind, form) in _KINDS.items()
    )
