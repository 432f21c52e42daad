"""Find threads, replies, members and tags."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from forum import limits, search
from forum.forms.search import SearchForm
from forum.views.links import feed_links


@login_not_required
def find(request):
    """The page with the question and what was found; an empty question shows the box and how to ask."""
    query, sort = asked(request), request.GET.get("sort")
    sort = sort if sort in search.SORTS else search.SORTS[0]
    cursor, literally = request.GET.get("after", ""), "literally" in request.GET
    results = search.search(query, request.user, sort=sort, cursor=cursor, literally=literally)
    people, tags = search.find_names(results.instead or results.asked.words, limits.NAMES_FOUND)
    answered = (
        " ".join([results.instead, *(one.written for one in results.asked.filters)]) if results.instead else query
    )
    context = {
        "query": query,
        "results": results,
        "hits": [(hit, [(reason(part), part.points) for part in hit.parts]) for hit in results.hits],
        "filters": [(one, search.without(query, one.written)) for one in results.asked.filters],
        "facets": [_narrowing(facet, answered) for facet in results.facets],
        "people": [] if cursor else people,
        "tags": [] if cursor else tags,
        "sort": sort,
        "later": bool(cursor),
        "longest": search.LONGEST,
        "feeds": feed_links(request, query, "search-feed", q=query) if results.asked.is_question else (),
    }
    return render(request, "forum/search.html", context)


@login_not_required
def suggestions(request):
    """A list for whoever is typing, fetched by suggest.js; for everybody else the page that answers the question."""
    query = asked(request)
    if request.headers.get("X-Requested-With") != "fetch":
        return redirect(f"{reverse('search')}?{urlencode({'q': query})}")
    people, tags, titles = search.suggest(query)
    context = {"people": people, "tags": tags, "titles": titles}
    return render(request, "forum/search/_suggestions.html", context)


def asked(request):
    """What was typed into the box, cleaned of what no database takes."""
    form = SearchForm(request.GET)
    form.full_clean()
    return form.cleaned_data["q"]


def _narrowing(facet, query):
    """A facet's title, and for each choice its label, the question it leads to, and how many it leaves."""
    choices = [
        (label, f'{query} {facet.name}:"{value}"' if " " in value else f"{query} {facet.name}:{value}", times)
        for label, value, times in facet.choices
    ]
    return facet.title, choices


def reason(part):
    """Why a hit has these points, in a sentence."""
    sentences = {
        "title": _("“{word}” in the title"),
        "title-chance": _("the characters of “{word}” meet in the title, inside other words"),
        "text": _("“{word}” in the text, {times} times"),
        "text-chance": _("the characters of “{word}” meet in the text, inside other words"),
        "typed-title": _("the title has “{word}” as it was typed"),
        "typed-text": _("the text has “{word}” as it was typed"),
        "whole-title": _("it is the whole title"),
        "sound": _("the title has “{word}”, which sounds like what was typed"),
        "scattered": _("“{word}” further down, in a tag or in pieces"),
        "new": _("how new it is"),
    }
    return sentences[part.reason].format(word=part.word, times=part.times)
