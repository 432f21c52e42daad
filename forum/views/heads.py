"""What a page's head tells search engines, feed readers and whoever shares it."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from forum.chinese import LANGUAGE_IN, converted_text
from forum.models import SiteSettings
from forum.sharing import HEIGHT, WIDTH
from forum.views.links import feed_links, path_of
from forum.views.structured import absolute, collection_page, posting, profile_page


class Head(NamedTuple):
    """One page, as told to machines. An empty title or description is the site's own.

    ``canonical`` is absolute, and so are the addresses of ``languages``, (BCP 47 tag, address) each; ``feeds`` are
    FeedLinks; ``picture`` is a Picture, or None for the site's own. All words are in the reader's script.
    """

    title: str
    description: str
    canonical: str
    languages: tuple  # the same page in every script, and as written ("x-default")
    kind: str = "website"  # in OpenGraph's words
    feeds: tuple = ()
    structured: str | None = None  # JSON-LD, for visitors only: no search engine signs in
    picture: tuple | None = None


class Picture(NamedTuple):
    """What is shown beside a shared link: an absolute address, its size in pixels, what it says."""

    address: str
    width: int
    height: int
    words: str


def head_of_thread(request, thread, tags, rows, *, page):
    """An article, its tags and the public ones of the replies; ``page`` is the query that makes this page its own."""
    title, excerpt = (converted_text(text, request.script, thread.terms) for text in (thread.title, thread.excerpt))
    picture, _languages = _addresses(request, path_of("share-picture", thread.pk), {})
    canonical, languages = _addresses(request, thread.get_absolute_url(), page)
    return Head(
        title=title,
        description=excerpt,
        canonical=canonical,
        languages=languages,
        kind="article",
        feeds=feed_links(request, _("Replies to “{title}”").format(title=title), "thread-feed", thread.pk),
        structured=None if request.user.is_authenticated else posting(request, thread, tags, rows, picture),
        picture=Picture(picture, WIDTH, HEIGHT, title),
    )


def head_of_list(request, *, page, heading="", category=None, tag=None, line=""):
    """The front page, a category, a tag, or another list; ``line`` says what the last is about."""
    heading = converted_text(heading, request.script)
    if category:
        feeds = feed_links(request, heading, "category-feed", category.slug)
    elif tag:
        feeds = feed_links(request, heading, "tag-feed", tag.name)
    else:
        feeds = feed_links(request, SiteSettings.current().site_name, "latest-feed")
    canonical, languages = _addresses(request, request.path, page)
    return Head(
        title=heading,
        description=converted_text(getattr(category or tag, "description", line), request.script),
        canonical=canonical,
        languages=languages,
        feeds=feeds,
        structured=None if request.user.is_authenticated else collection_page(request, heading),
    )


def head_of_person(request, person, *, page, threads):
    """A member, with the number of their articles."""
    bio = converted_text(person.bio, request.script)
    canonical, languages = _addresses(request, request.path, page)
    return Head(
        title=person.username,
        description=bio or _("{name}’s articles and replies").format(name=person.username),
        canonical=canonical,
        languages=languages,
        kind="profile",
        feeds=feed_links(request, person.username, "person-feed", person.username),
        structured=None if request.user.is_authenticated else profile_page(request, person, threads),
    )


def _addresses(request, path, query):
    """The page's own address, without what only changes the order, and the addresses of all its languages.

    A script that was named is part of a page's own address, one that was chosen once (a cookie) is not.
    """
    plain = _absolute(request, path, query)
    named = {script: _absolute(request, path, {**query, "script": script}) for script in LANGUAGE_IN}
    languages = [(LANGUAGE_IN[script], address) for script, address in named.items()]
    return named.get(request.named_script, plain), (*languages, ("x-default", plain))


def _absolute(request, path, query):
    """Empty values fall away. A page names eight addresses, which begin alike."""
    asked = urlencode({name: value for name, value in query.items() if value})
    return absolute(request, f"{path}?{asked}" if asked else path)
