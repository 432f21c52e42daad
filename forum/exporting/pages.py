"""Pages that open from a folder: every link leads to a file beside them, or to the site where its address is known."""

import re

from django.template.loader import render_to_string

from forum.exporting.wording import NAMES, SECTIONS, said
from forum.models import Revision, SiteSettings
from forum.pictures import NAME, url_of

_LONG = ("body", "words")
_FOLDER = url_of("*").removesuffix("*")
_PICTURE = re.compile(rf"{re.escape(_FOLDER)}({NAME})")
_OURS = re.compile(r'\s(href|src)="(/[^"]*)"')


def index_page(user, sections, made_at):
    """The first page: who, when, and what there is."""
    listed = [(f"{one.name}.html", *SECTIONS[one.name], len(one.rows)) for one in sections]
    return _page("index", user, "", {"listed": listed, "made_at": made_at})


def section_page(user, section):
    """One kind of thing, row under row; articles lead to pages of their own."""
    rows = [_shown(section.name, row) for row in section.rows]
    title, why = SECTIONS[section.name]
    return _page("section", user, "", {"name": section.name, "title": title, "why": why, "rows": rows})


def thread_page(user, thread):
    """An article as it is read, with the words before each edit."""
    thread.body_html = _offline(thread.body_html)
    earlier = Revision.objects.filter(thread=thread, editor=user).order_by("pk")
    return _page("thread", user, "../", {"thread": thread, "earlier": earlier})


def pictures_in(*texts):
    """The names of our pictures these texts (or their HTML) show."""
    return sorted({name for text in texts for name in _PICTURE.findall(text)})


def file_of(picture):
    """Where a picture lies in the parcel."""
    return f"images/{picture.replace('/', '-')}"


def _page(name, user, root, context):
    about = {"root": root, "person": user, "site": SiteSettings.current(), **context}
    return render_to_string(f"forum/parcels/offline/{name}.html", about)


def _shown(section, row):
    """``short`` facts as (label, value), ``long`` texts, a picture, and the page a row leads to."""
    facts = [
        (name, said(section, name, value))
        for name, value in row.items()
        if value not in (None, "") and name != "picture"
    ]
    return {
        "short": [(NAMES[name], value) for name, value in facts if name not in _LONG],
        "long": [value for name, value in facts if name in _LONG and section != "threads"],
        "page": f"threads/{row['number']}.html" if section == "threads" else "",
        "title": row.get("title") or "",
        "picture": row.get("picture") or "",
    }


def _offline(html):
    html = _PICTURE.sub(lambda found: f"../{file_of(found[1])}", html)
    address = SiteSettings.current().address.rstrip("/")
    return _OURS.sub(lambda found: f' {found[1]}="{address}{found[2]}"' if address else "", html)
