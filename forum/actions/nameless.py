"""Where others have called somebody by their name: the call becomes one to a member who left."""

import re

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.html import escape

from forum import search
from forum.actions.mentioned import linking
from forum.actions.threads import keep_telling_words, set_words
from forum.markup import render_reply
from forum.models import Reply, Revision, Thread
from forum.models.shown import GONE


def unname(user):
    """Take this member's name out of every mention of them, in what is shown and in what was typed."""
    with translation.override(settings.LANGUAGE_CODE):
        nobody = f"@{GONE}"
    link = f'href="{escape(user.get_absolute_url())}"'
    called = re.compile(rf"<a [^>]*{re.escape(link)}[^>]*>[@＠](.*?)</a>")
    for thread in Thread.objects.select_for_update().filter(body_html__contains=link):
        body = _without(thread.body, called, thread.body_html, nobody)
        set_words(thread, thread.title, body)
        thread.save()
        keep_telling_words(thread)
        search.index(thread)
    for reply in Reply.objects.select_for_update().filter(body_html__contains=link):
        reply.body = _without(reply.body, called, reply.body_html, nobody)
        reply.body_html = render_reply(reply.body, linking(reply.body))
        reply.save(update_fields=["body", "body_html"])
        search.index(reply)
    earlier = Revision.objects.filter(Q(body__contains=f"@{user.username}") | Q(body__contains=f"＠{user.username}"))
    for revision in earlier:
        revision.body = re.sub(rf"[@＠]{re.escape(user.username)}", nobody, revision.body)
        revision.save(update_fields=["body"])


def _without(body, called, html, nobody):
    """The text as typed, with every way in which the name was written there replaced, the longest first."""
    for name in sorted(set(called.findall(html)), key=len, reverse=True):
        body = re.sub(rf"[@＠]{re.escape(name)}", nobody, body)
    return body
