"""Replies in HTML, rendered once and used again: a new reply does not make the other forty-nine be rendered anew."""

from django.template.loader import get_template
from django.utils import timezone

from forum.memory import is_open, recall
from forum.models import SiteSettings, State


def prepare(request, thread, replies, *, viewer, moderates=False):
    """Give replies that look alike to every visitor, or member, their ``html``; the template renders the rest."""
    if moderates or not is_open():
        return
    site = SiteSettings.current()
    frame = (
        *(
            thread.pk,
            thread.author_id,
            thread.is_open,
            thread.published_at and timezone.localtime(thread.published_at).year,
        ),
        *(request.LANGUAGE_CODE, request.script, site.region_label, site.region_precision, viewer.is_authenticated),
    )
    template = get_template("forum/replies/_reply.html")
    for reply in replies:
        if not _is_own(reply):
            context = {"reply": reply, "thread": thread, "user": viewer, "site": site, "script": request.script}
            reply.html = recall(
                ("reply", *frame, *_look(reply)), lambda given=context: template.render(given), shows=(), size=4000
            )


def _year(thread):
    return thread.published_at and timezone.localtime(thread.published_at).year


def _is_own(reply):
    return getattr(reply, "mine", False) or getattr(reply, "liked", False) or getattr(reply, "reason", "")


def _look(reply):
    """Everything a reply's HTML is made of: with this key it can never be stale."""
    public = reply.state == State.PUBLIC
    shell = getattr(reply, "is_shell", False)
    answering = str(reply.answering.author_name) if reply.answering else None
    return (
        *(reply.pk, reply.parent_id, reply.floor, reply.state, public, shell, reply.body_html, reply.region),
        *(reply.created_at, reply.edited_at, reply.likes_count, reply.imported, reply.folded_at),
        # a lazy name would change its hash with the language, and the shelf could never drop it again
        *(reply.author_id, str(reply.author_name), answering),
    )
