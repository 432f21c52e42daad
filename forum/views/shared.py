"""The thread page as every ordinary member sees it: made once, one's own laid in.

Members' pages differ in little: a name in the menu, two tokens, which hearts are full. The page is rendered for
nobody in particular, with marks no text can contain where the little goes, and remembered until a verb touches
the thread. Whoever takes part in the discussion, moderates, may not speak, has a notice waiting, has blocked somebody
who speaks, or reads an author who has taken shelter or has blocked them gets a page of their own from
``forum.views.threads``.
"""

import secrets
from typing import NamedTuple

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from forum.memory import is_open, recall
from forum.models import SiteSettings
from forum.rules import may_enter, may_reply_unnamed, sheltered
from forum.views.fragments import like_of
from forum.views.keys import fresh_key
from forum.views.personal import SOMEBODY, marks_of
from forum.views.surroundings import menu_of, theme_of

TOKEN, KEY, MENU = (f"{name}-{secrets.token_hex(16)}" for name in ("token", "key", "menu"))
_KNOWN = {"sort", "after", "author", "script"}  # in an address; ?answer=9 is somebody's own form
_NOTICES = "_messages"  # in the session, where django.contrib.messages keeps what is to be said once


class SharedPage(NamedTuple):
    """HTML with marks in it, and what is needed to lay one's own in."""

    html: str
    thread: object
    likes: dict  # of replies on the page: number → likes
    authors: frozenset  # accounts whose words are on the page


def shared_page(request, pk, make):
    """The answer for this member and the thread, or None for a page of their own.

    ``make()`` is a SharedPage, or None where there is no public thread.
    """
    if not _suits(request):
        return None
    key = ("thread-page", pk, request.META["QUERY_STRING"], request.LANGUAGE_CODE, request.script, theme_of(request))
    key = (*key, request.is_guest_in_script, request.get_host(), request.scheme)
    page = recall(key, make, shows=(f"thread-{pk}", "all"), size=_size)
    if page is None or request.user.pk in page.authors or page.thread.author_id in sheltered():
        return None
    marks = _marks(request.user, pk, tuple(page.likes))
    if marks.is_muted or marks.has_waiting_words or marks.blocked_replies or marks.is_unwelcome:
        return None
    return HttpResponse(_laid_in(request, page, marks)), page.thread


def _marks(user, pk, replies):
    """Every verb that changes these touches the thread or the person."""
    about = (f"person-{user.pk}", f"thread-{pk}", "all")
    return recall(("marks", user.pk, pk, replies), lambda: marks_of(user, pk, list(replies)), shows=about, size=1000)


def _size(page):
    return 2 * len(page.html) + 40_000 if page else 0  # a Han character takes two bytes; the article's columns the rest


def _suits(request):
    return (
        request.user.is_authenticated
        and is_open()
        and not request.htmx
        and _KNOWN.issuperset(request.GET)
        and _NOTICES not in request.session
        and not may_enter(request.user)
        and SiteSettings.current().mode != SiteSettings.Mode.CLOSED
        and may_reply_unnamed(request.user)
    )


def _laid_in(request, page, marks):
    html = (
        page.html.replace(TOKEN, get_token(request))
        .replace(KEY, str(fresh_key(request.user)))
        .replace(MENU, menu_of(request.user, moderates=False))
    )
    for pk in marks.liked_replies:
        html = _pressed(html, "forum/replies/_like.html", lambda on, pk=pk: {"reply": like_of(pk, page.likes[pk], on)})
    if marks.favourited:
        html = _pressed(html, "forum/favourites/_button.html", lambda on: {"thread": page.thread, "favourited": on})
    if marks.followed:
        html = _pressed(html, "forum/follows/_thread.html", lambda on: {"thread": page.thread, "followed": on})
    if marks.liked:
        html = _pressed(html, "forum/threads/_like.html", lambda on: {"thread": page.thread, "liked": on})
    return html


def _pressed(html, template, context):
    """The page with one button pressed: its HTML before, told by its template, gives way to its HTML after."""
    before, after = (render_to_string(template, {"user": SOMEBODY, **context(on)}).strip() for on in (False, True))
    return html.replace(before, after, 1)
