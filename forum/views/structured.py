"""Pages in schema.org's words (JSON-LD): what is said, by whom and when. Only what a visitor may read goes in."""

import re
from html import unescape

from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from forum.chinese import converted_html, converted_text, shown_language
from forum.models import SiteSettings, State

_TAG, _LINE_END = re.compile("<[^>]*>"), re.compile("\\s*<br>\\s*|</(?:p|li|h[1-6]|blockquote|pre|tr)>\\s*")
_TEXT = 3000  # characters of an article; the page itself has the rest


def posting(request, thread, replies, picture):
    """A DiscussionForumPosting with its comments, and the trail that leads to it; ``picture`` is an address."""
    headline, shelf = _words(request, thread.title), _words(request, thread.category.name)
    url = _absolute(request, thread.get_absolute_url())
    dates = {"datePublished": _moment(thread.published_at), "dateModified": _moment(thread.edited_at)}
    said = {
        "@type": "DiscussionForumPosting",
        "@id": f"{url}#thread",
        "url": url,
        "mainEntityOfPage": url,
        "headline": headline,
        "image": picture,
        "inLanguage": shown_language(thread.body_html, request.script),
        "text": _text(request, thread.body_html)[:_TEXT],
        "author": _person(request, thread),
        **{name: moment for name, moment in dates.items() if moment},
        "articleSection": shelf,
        "keywords": [_words(request, tag.name) for tag in thread.tags.all()],
        "interactionStatistic": _counters(
            CommentAction=thread.replies_shown, LikeAction=thread.likes_count, ViewAction=thread.views_shown
        ),
        "commentCount": thread.replies_shown,
        "comment": _remarks(request, replies),
    }
    known = {name: value for name, value in said.items() if value not in (None, [], "")}
    trail = [(shelf, thread.category.get_absolute_url()), (headline, thread.get_absolute_url())]
    return _graph(known, _trail(request, trail))


def collection_page(request, heading):
    """The site itself, or one shelf of it with the trail that leads there."""
    home = _absolute(request, reverse("feed"))
    site = SiteSettings.current()
    website = {"@type": "WebSite", "@id": f"{home}#site", "url": home, "name": site.site_name}
    website["description"] = _words(request, site.tagline)
    if not heading:
        return _graph(website)
    url = _absolute(request, request.path)
    shelf = {"@type": "CollectionPage", "url": url, "name": heading, "isPartOf": {"@id": f"{home}#site"}}
    return _graph(website, shelf, _trail(request, [(heading, request.path)]))


def profile_page(request, person, threads):
    """A member and how much they have written."""
    url = _absolute(request, person.get_absolute_url())
    member = {"@type": "Person", "name": person.username, "url": url}
    if person.bio:
        member["description"] = _words(request, person.bio)
    member["agentInteractionStatistic"] = _counters(WriteAction=threads)
    return _graph(
        {"@type": "ProfilePage", "url": url, "dateCreated": _moment(person.date_joined), "mainEntity": member}
    )


def _remarks(request, replies):
    """The public replies; one that answers another on this page stands under it."""
    public = [reply for reply in replies if reply.state == State.PUBLIC and not getattr(reply, "is_shell", False)]
    said = {reply.pk: _remark(request, reply) for reply in public}
    top = []
    for reply in public:
        above = said.get(reply.parent_id)
        (above.setdefault("comment", []) if above else top).append(said[reply.pk])
    return top


def _remark(request, reply):
    return {
        "@type": "Comment",
        "url": _absolute(request, reply.get_absolute_url()),
        "text": _text(request, reply.body_html),
        "author": _person(request, reply),
        "datePublished": _moment(reply.created_at),
        "interactionStatistic": _counters(LikeAction=reply.likes_count),
    }


def _person(request, thing):
    """The author; an imported one has a name and no page."""
    person = {"@type": "Person", "name": str(thing.author_name)}
    if thing.author:
        person["url"] = _absolute(request, thing.author.get_absolute_url())
    return person


def _counters(**actions):
    """Unknown counters are left out: schema.org has no word for «we were not told»."""
    return [
        {"@type": "InteractionCounter", "interactionType": {"@type": action}, "userInteractionCount": number}
        for action, number in actions.items()
        if number is not None
    ]


def _words(request, text):
    return converted_text(text, request.script)


def _text(request, html):
    """The words of HTML we rendered ourselves; reading the Markdown again would cost more than the whole page."""
    html = converted_html(html, request.script)
    return unescape(_TAG.sub("", _LINE_END.sub("\n", html))).strip()


def _absolute(request, path):
    """Django's build_absolute_uri for our own paths, of which a page names forty: they begin alike."""
    if not hasattr(request, "site_root"):
        request.site_root = request.build_absolute_uri("/").rstrip("/")
    return request.site_root + iri_to_uri(path)


def _trail(request, steps):
    home = [(_("Home"), reverse("feed"))]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": _absolute(request, path)}
            for place, (name, path) in enumerate(home + steps, start=1)
        ],
    }


def _moment(moment):
    return moment and timezone.localtime(moment).isoformat(timespec="seconds")


def _graph(*things):
    return {"@context": "https://schema.org", "@graph": list(things)}
