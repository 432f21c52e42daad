"""Replies in HTML: what ``_reply.html`` asks about each, and the words it prints."""

import datetime
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.translation import get_language

from accounts.models import address_of
from forum.chinese import converted_html, page_language
from forum.models import SiteSettings, State
from forum.pictures import url_of
from forum.rules import may_enter
from forum.templatetags.forum import count, initial, language_attribute, place_in, said_day
from forum.views.moulds import Mould
from forum.views.personal import SOMEBODY, Own

_NOBODY, _NOT_MINE = AnonymousUser(), Own()
_MOULD = Mould("forum/replies/_reply.html", "reply")


class Flags(NamedTuple):
    """What the template asks about a reply."""

    state: str
    is_shell: bool
    is_nested: bool
    is_ghosts: bool
    is_authors: bool  # written by whoever wrote the thread
    is_undated: bool
    is_imported: bool
    is_answerable: bool
    is_folded: bool
    is_blocked: bool  # by this viewer: closed under a line of its own
    is_posted: bool  # this very moment, by this viewer
    mine: bool
    liked: bool
    editable: bool
    is_refused: bool  # the viewer's own edit of it


class Words(NamedTuple):
    """What the template prints of a reply: safe HTML, all of it."""

    pk: int
    thread: int = 0
    name: str = ""
    initial: str = ""
    picture: str = ""
    person: str = ""
    place: str = ""
    iso: str = ""
    minute: str = ""
    day: str = ""
    edited: str = ""
    floor: int = 0
    answering: str = ""
    lang: str = ""
    body: str = ""
    likes: str = ""
    reason: str = ""
    pending: str = ""  # the viewer's own edit of it, which others do not see


def html_of(rows, request, thread, viewer, own=None, *, posted=False):
    """The items of the list for this viewer; ``own`` is what is theirs of the replies (see ``dress``)."""
    talk = _talk(thread, request.script)
    around = {"user": SOMEBODY if viewer.is_authenticated else _NOBODY, "moderates": bool(may_enter(viewer))}
    things = []
    for row in rows:
        mine = own.get(row.pk, _NOT_MINE) if own else _NOT_MINE
        things.append((_flags(row, talk, mine, posted), _words(row, talk, mine)))
    return _MOULD.fill(things, **around)


def like_of(pk, likes, liked):
    """What ``_like.html`` needs of a reply, by itself."""
    return {"pk": pk, "likes": count(likes) if likes else "", "liked": liked}


class _Talk(NamedTuple):
    """What all replies of a page have in common."""

    author: int | None
    is_open: bool
    is_dated: bool
    year: int | None  # of the article: dates of the same one are shown without it
    script: str
    language: str
    page_language: str
    label: str
    precision: str


def _talk(thread, script):
    year = thread.published_at and timezone.localtime(thread.published_at).year
    language, site = get_language(), SiteSettings.current()
    facts = (thread.author_id, thread.is_open, thread.is_dated, year, script, language, page_language(language))
    return _Talk(*facts, site.region_label, site.region_precision)


def _flags(row, talk, mine, posted):
    return Flags(
        state=row.state,
        is_shell=row.is_shell,
        is_nested=row.parent_id is not None,
        is_ghosts=row.author_id is None,
        is_authors=row.author_id is not None and row.author_id == talk.author,
        is_undated=row.imported and not talk.is_dated,
        is_imported=row.imported,
        is_answerable=row.state == State.PUBLIC and talk.is_open,
        is_folded=row.is_folded,
        is_blocked=mine.blocked,
        is_posted=posted,
        mine=mine.mine,
        liked=mine.liked,
        editable=mine.editable,
        is_refused=mine.refused,
    )


def _words(row, talk, mine):
    if row.is_shell:
        return Words(row.pk)
    name = str(row.author_name)
    iso, minute, day = _when(row.created_at, talk.year, talk.language)
    return Words(
        pk=row.pk,
        thread=row.thread_id,
        name=escape(name),
        initial=escape(initial(name)),
        picture=escape(url_of(row.avatar)) if row.avatar else "",
        person=escape(address_of(row.username)) if row.username else "",
        place=place_in(row.region, talk.label, talk.precision, talk.script),
        iso=iso,
        minute=minute,
        day=day,
        edited=_when(row.edited_at, talk.year, talk.language)[1] if row.edited_at else "",
        floor=row.floor,
        answering=escape(str(row.answering_name)) if row.answering_id else "",
        lang=language_attribute(row.body_html, talk.script, talk.page_language),
        body=converted_html(row.body_html, talk.script),
        likes=count(row.likes_count) if row.likes_count else "",
        reason=escape(mine.reason),
        pending=converted_html(mine.pending, talk.script) if mine.pending else "",
    )


@lru_cache(2000)
def _when(moment, year, language):
    """A moment for machines, to the minute, and as the day people say: without the year when it is this one."""
    local = moment.astimezone(timezone.get_default_timezone())
    written = local.isoformat(" ", "minutes")
    return local.isoformat(timespec="seconds"), written[:16], _day(written[:10], local.year == year, language)


@lru_cache(4000)
def _day(date, is_near, _language):
    return said_day(datetime.date.fromisoformat(date), is_near)
