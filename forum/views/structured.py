"""Pages in schema.org's words (JSON-LD): what is said, by whom and when. Only what a visitor may read goes in.

A page has fifty replies: these are written straight into JSON, the rest is put together as what it means.
"""

import json
import re
from collections import defaultdict
from functools import lru_cache
from html import unescape
from json.encoder import encode_basestring as quoted

from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from accounts.models import address_of
from forum.chinese import converted_html, converted_text, shown_language
from forum.models import SiteSettings, State

_TAG, _LINE_END = re.compile("<[^>]*>"), re.compile("<br>\\s*|</(?:p|li|h[1-6]|blockquote|pre|tr)>\\s*")
_TEXT = 3000  # characters of an article; the page itself has the rest
_REMARKS = "\1 remarks"  # what is written already takes the place of these words, which nobody can type
_REMARK = (
    '{"@type":"Comment","url":"%s%s%s","text":%s,"author":%s,"datePublished":"%s","interactionStatistic":'
    '[{"@type":"InteractionCounter","interactionType":{"@type":"LikeAction"},"userInteractionCount":%d}]'
)


def posting(request, thread, tags, rows, picture):
    """A DiscussionForumPosting with its comments, and the trail that leads to it; ``picture`` is an address.

    Like the others here it is written out as JSON.
    """
    headline, shelf = _words(request, thread.title, thread.terms), _words(request, thread.category.name)
    url = absolute(request, thread.get_absolute_url())
    dates = {"datePublished": _moment(thread.published_at), "dateModified": _moment(thread.edited_at)}
    said = {
        "@type": "DiscussionForumPosting",
        "@id": f"{url}#thread",
        "url": url,
        "mainEntityOfPage": url,
        "headline": headline,
        "image": picture,
        "inLanguage": shown_language(thread.body_html, request.script),
        "text": _text(request, thread.body_html, thread.terms)[:_TEXT],
        "author": _person(request, thread.author_name, thread.author and thread.author.username),
        **{name: moment for name, moment in dates.items() if moment},
        "articleSection": shelf,
        "keywords": [_words(request, tag.name) for tag in tags],
        "interactionStatistic": _counters(
            CommentAction=thread.replies_shown, LikeAction=thread.likes_count, ViewAction=thread.views_shown
        ),
        "commentCount": thread.replies_shown,
        "comment": [_REMARKS] if (remarks := _remarks(request, rows)) else [],
    }
    known = {name: value for name, value in said.items() if value not in (None, [], "")}
    trail = [(shelf, thread.category.get_absolute_url()), (headline, thread.get_absolute_url())]
    return _graph(known, _trail(request, trail)).replace(_written(_REMARKS), remarks)


def collection_page(request, heading):
    """The site itself, or one shelf of it with the trail that leads there."""
    home = absolute(request, reverse("feed"))
    site = SiteSettings.current()
    website = {"@type": "WebSite", "@id": f"{home}#site", "url": home, "name": site.site_name}
    website["description"] = _words(request, site.tagline)
    if not heading:
        return _graph(website)
    url = absolute(request, request.path)
    shelf = {"@type": "CollectionPage", "url": url, "name": heading, "isPartOf": {"@id": f"{home}#site"}}
    return _graph(website, shelf, _trail(request, [(heading, request.path)]))


def profile_page(request, person, threads):
    """A member and how much they have written."""
    url = absolute(request, person.get_absolute_url())
    member = {"@type": "Person", "name": person.username, "url": url}
    if person.bio:
        member["description"] = _words(request, person.bio)
    member["agentInteractionStatistic"] = _counters(WriteAction=threads)
    return _graph(
        {"@type": "ProfilePage", "url": url, "dateCreated": _moment(person.date_joined), "mainEntity": member}
    )


def _remarks(request, rows):
    """The public replies as JSON; one that answers another on this page stands under it."""
    before, _, after = absolute(request, reverse("reply", args=[0])).rpartition("0")
    public = {row.pk: row for row in rows if row.state == State.PUBLIC and not row.is_shell}
    under = defaultdict(list)
    for row in public.values():
        author = _author(request.site_root, str(row.author_name), row.username)
        about = before, row.pk, after, quoted(_text(request, row.body_html)), author, _moment(row.created_at)
        under[row.parent_id if row.parent_id in public else None].append((row.pk, _REMARK % (*about, row.likes_count)))
    return _listed(under, None)


def _listed(under, pk):
    """What stands under this reply, each with what stands under it; answers hang one level deep."""
    ends = ((remark, f',"comment":[{_listed(under, one)}]}}' if one in under else "}") for one, remark in under[pk])
    return ",".join([remark + end for remark, end in ends])


@lru_cache(10_000)
def _author(root, name, account):
    return _written(_named(root, name, account))


def _person(request, name, account):
    """The author; an imported one has a name and no page."""
    return _named(absolute(request, ""), str(name), account)


def _named(root, name, account):
    person = {"@type": "Person", "name": name}
    if account:
        person["url"] = root + iri_to_uri(address_of(account))
    return person


def _counters(**actions):
    """Unknown counters are left out: schema.org has no word for «we were not told»."""
    return [
        {"@type": "InteractionCounter", "interactionType": {"@type": action}, "userInteractionCount": number}
        for action, number in actions.items()
        if number is not None
    ]


def _words(request, text, terms=""):
    return converted_text(text, request.script, terms)


def _text(request, html, terms=""):
    """The words of HTML we rendered ourselves; reading the Markdown again would cost more than the whole page."""
    html = converted_html(html, request.script, terms)
    return unescape(_TAG.sub("", _LINE_END.sub("\n", html))).strip()


def absolute(request, path):
    """Django's build_absolute_uri for our own paths, of which a page names forty: they begin alike."""
    if not hasattr(request, "site_root"):
        request.site_root = request.build_absolute_uri("/").rstrip("/")
    return request.site_root + iri_to_uri(path)


def _trail(request, steps):
    home = [(_("Home"), reverse("feed"))]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(request, path)}
            for place, (name, path) in enumerate(home + steps, start=1)
        ],
    }


def _moment(moment):
    return moment and moment.astimezone(timezone.get_default_timezone()).isoformat(timespec="seconds")


def _graph(*things):
    return _written({"@context": "https://schema.org", "@graph": list(things)})


def _written(thing):
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
