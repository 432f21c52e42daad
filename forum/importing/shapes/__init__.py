"""The shapes a saved page comes in, and which one a text has."""

import json
import re

from django.utils.translation import gettext_lazy as _

from forum.importing.page import NotAPage
from forum.importing.shapes import collapsed, html, markdown, typed

_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*|<\?[^>]*>\s*)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_XML = re.compile(
    r"\s*<\?xml[^>]*>(?!.{0,2000}<html\b)|\s*<(?:urlset|sitemapindex|svg|opml)\b", re.DOTALL | re.IGNORECASE
)
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\}\s*$)|\[\s*(?:[\[{\"\d]|\]\s*$|-\d|true|false|null))")


def read_draft(text):
    """The Draft of a text. Raises NotAPage for what is another kind of document altogether."""
    _refuse_others(text)
    for shape in (html, markdown, collapsed):
        if shape.fits(text):
            return shape.read(text)
    return typed.read(text)


def _refuse_others(text):
    if _FEED.match(text[:5000]):
        raise NotAPage(_("This is a feed, not an article page."))
    if _XML.match(text[:5000]):
        raise NotAPage(_("This is an XML document, not an article page."))
    if _JSON.match(text) and _is_json(text):
        raise NotAPage(_("This is JSON data, not an article page."))


def _is_json(text):
    first = text.strip().split("\n", 1)[0]
    return _parses(text) or _parses(first) or bool(re.match(r'\s*[{\[][\s{\[]*"[^"\n]{0,80}"\s*[:,]', text))


def _parses(text):
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
