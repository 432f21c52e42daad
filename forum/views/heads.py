"""What a page's head tells search engines, feed readers and whoever shares it."""

from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from forum.views.structured import collection_page, posting, profile_page


class Head(NamedTuple):
    """One page, as told to machines. An empty title or description is the site's own.

    ``canonical`` is absolute; ``feeds`` are pairs of title and path.
    """

    title: str
    description: str
    canonical: str
    kind: str = "website"  # in OpenGraph's words
    feeds: tuple = ()
    structured: dict | None = None  # JSON-LD, for visitors only: no search engine signs in


def head_of_thread(request, thread, tags, rows, *, page):
    """An article, its tags and the public ones of the replies; ``page`` is the query that makes this page its own."""
    canonical = _absolute(request, thread.get_absolute_url(), page)
    return Head(
        title=thread.title,
        description=thread.excerpt,
        canonical=canonical,
        kind="article",
        feeds=((_("Replies to “{title}”").format(title=thread.title), reverse("thread-feed", args=[thread.pk])),),
        structured=None if request.user.is_authenticated else posting(request, thread, tags, rows),
    )


def head_of_list(request, *, page, heading="", category=None, tag=None):
    """The front page, a category or a tag."""
    if category:
        feeds = ((category.name, reverse("category-feed", args=[category.slug])),)
    elif tag:
        feeds = ((heading, reverse("tag-feed", args=[tag.name])),)
    else:
        feeds = (("", reverse("latest-feed")),)
    return Head(
        title=heading,
        description=category.description if category else "",
        canonical=_absolute(request, request.path, page),
        feeds=feeds,
        structured=None if request.user.is_authenticated else collection_page(request, heading),
    )


def head_of_person(request, person, *, page, threads):
    """A member, with the number of their articles."""
    return Head(
        title=person.username,
        description=person.bio or _("{name}’s articles and replies").format(name=person.username),
        canonical=_absolute(request, request.path, page),
        kind="profile",
        feeds=((person.username, reverse("person-feed", args=[person.username])),),
        structured=None if request.user.is_authenticated else profile_page(request, person, threads),
    )


def _absolute(request, path, query):
    """The address without what only changes the order or the language; empty values fall away."""
    params = QueryDict(mutable=True)
    params.update({name: value for name, value in query.items() if value})
    return request.build_absolute_uri(f"{path}?{params.urlencode()}" if params else path)
