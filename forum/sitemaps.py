"""The public pages, for search engines: an index of files, each of the threads in one range of numbers.

No file counts or skips anything: a million threads are two hundred files, the index finds each file's last
change with one look into `thread_map`, and a file reads its own range of the primary key.
"""

from django.db import connection
from django.db.models import Max, Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from forum.chinese import LANGUAGE_IN
from forum.limits import SITEMAP_RANGE
from forum.models import Category, Series, State, Tag, Thread
from forum.models.orders import CHANGED

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_MOST = 10_000  # shelves of each sort; the protocol ends at 50,000 a file

# The files in which threads stand, each by one step along the index, and the youngest change in each.
_FILES = f"""
with recursive files as (
  (select (id - 1) / {SITEMAP_RANGE} as file from forum_thread where state = 'public' order by 1 limit 1)
  union all
  select (select (id - 1) / {SITEMAP_RANGE} from forum_thread
    where state = 'public' and (id - 1) / {SITEMAP_RANGE} > files.file order by 1 limit 1) from files
  where files.file is not null
)
select file, (select greatest(published_at, edited_at, last_reply_at) from forum_thread
  where state = 'public' and (id - 1) / {SITEMAP_RANGE} = files.file
  order by greatest(published_at, edited_at, last_reply_at) desc nulls first limit 1)
from files where file is not null
"""


def index(request):
    """sitemap.xml: every file and when anything in it last changed."""
    with connection.cursor() as cursor:
        cursor.execute(_FILES)
        files = [(f"threads-{number + 1}", changed) for number, changed in cursor.fetchall()]
    places = [(reverse("sitemap-part", args=[name]), changed) for name, changed in [("shelves", None), *files]]
    return _answer(request, "sitemapindex", "sitemap", places)


def part(request, section):
    """One file: «shelves», or «threads-3»."""
    name, _dash, number = section.partition("-")
    if section == "shelves":
        places = _shelves()
    elif name == "threads" and number.isascii() and number.isdecimal() and 0 < len(number) < 13:
        places = _threads(int(number) - 1)
    else:
        raise Http404
    if not places:
        raise Http404
    return _answer(request, "urlset", "url", places)


def _threads(file):
    first = file * SITEMAP_RANGE
    rows = Thread.objects.public().filter(pk__gt=first, pk__lte=first + SITEMAP_RANGE).order_by("pk")
    path = reverse("thread", args=[0]).replace("0", "{}")
    return [(path.format(pk), changed) for pk, changed in rows.annotate(changed=CHANGED).values_list("pk", "changed")]


def _shelves():
    """The front page; categories, tags and series that lead somewhere."""
    public = Q(threads__state=State.PUBLIC)
    listed = [
        Category.objects.annotate(changed=Max("threads__published_at", filter=public)),
        Tag.objects.annotate(changed=Max("threads__published_at", filter=public)),
        Series.objects.annotate(
            changed=Max("parts__thread__published_at", filter=Q(parts__thread__state=State.PUBLIC))
        ),
    ]
    shelves = [shelf for rows in listed for shelf in rows.filter(changed__isnull=False).order_by("pk")[:_MOST]]
    return [(reverse("feed"), None), *((shelf.get_absolute_url(), shelf.changed) for shelf in shelves)]


def _answer(request, root, entry, places):
    site = request.build_absolute_uri("/").rstrip("/")
    told = _languages if entry == "url" else lambda _address: ""
    lines = "".join(
        f"<{entry}><loc>{address}</loc>{_changed(at)}{told(address)}</{entry}>\n"
        for address, at in ((escape(site + path), at) for path, at in places)
    )
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SCHEMA}" xmlns:xhtml="{_XHTML}">\n{lines}</{root}>\n'
    )
    return HttpResponse(text, content_type="application/xml")


def _languages(address):
    """The same page in every script, as its head tells; no address here has a query of its own."""
    named = [(LANGUAGE_IN[script], f"{address}?script={script}") for script in LANGUAGE_IN]
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{tongue}" href="{there}"/>'
        for tongue, there in (*named, ("x-default", address))
    )


def _changed(moment):
    if moment is None:
        return ""
    return f"<lastmod>{timezone.localtime(moment).isoformat(timespec='seconds')}</lastmod>"
