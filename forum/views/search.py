"""Find threads and replies."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

from forum import search
from forum.forms.search import SearchForm
from forum.views.links import feed_links


@login_not_required
def find(request):
    """The page with the question and what was found; an empty question shows the box alone."""
    form = SearchForm(request.GET)
    form.full_clean()
    query, sort, page = form.cleaned_data["q"], request.GET.get("sort"), request.GET.get("page", "")
    sort = sort if sort in search.SORTS else search.SORTS[0]
    results = search.search(query, request.user, sort=sort, page=_number(page))
    asked = bool(search.question(query))
    context = {
        "query": query,
        "asked": asked,
        "results": results,
        "sort": sort,
        "sorts": search.SORTS,
        "longest": search.LONGEST,
        "feeds": feed_links(request, query, "search-feed", q=query) if asked else (),
    }
    return render(request, "forum/search.html", context)


def _number(page):
    return int(page) if page.isdecimal() and len(page) < 6 else 1
