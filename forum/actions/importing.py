"""A saved page becomes a thread; the same page saved again renews it; its text is shown repaired or as it was."""

import hashlib
from datetime import datetime, time

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from forum.actions.decisions import sign
from forum.actions.ghosts import write_ghosts
from forum.actions.pages import touch
from forum.actions.states import last_reply_at
from forum.actions.threads import keep_telling_words, set_words
from forum.chinese import fold
from forum.importing import read_page
from forum.markup import render_reply
from forum.models import Category, Decision, Reply, Revision, Source, State, Thread
from forum.rules import Refused, may_curate, may_import, require
from forum.search import index

Verb = Decision.Verb


@transaction.atomic
def host_page(importer, page, raw, name, category=None):
    """Host a page read from the bytes ``raw``, which are kept with it; returns (thread, whether it is new).

    A page of the same title and author, or the same address, renews its thread: the words before are kept as Revisions,
    replies written here stay. ``importer`` is a moderator, or None for the operator at the machine; the
    page is shown as given, repaired or not, and the other form is kept beside it. Without a category a
    new thread stands on the first shelf.
    """
    require(may_import(importer))
    forms = {"original": read_page(raw, repair=False), "repaired": read_page(raw)}
    source = _find(forms["repaired"])
    thread = source.thread if source else Thread(state=State.PUBLIC)
    _fill(thread, page, category, importer)
    replies = write_ghosts(thread, page.replies, source, importer)
    _count(thread)
    _keep(source or Source(thread=thread), forms, page, replies, raw, name)
    index(thread, *replies)
    touch("all")
    return thread, source is None


@transaction.atomic
def show_original(moderator, thread, *, reason):
    """Show the page as it was saved, damage and all. Returns whether anything changed."""
    return _show(moderator, thread, True, Verb.ORIGINAL, reason)


@transaction.atomic
def show_repaired(moderator, thread, *, reason):
    """Show the repaired text again. Returns whether anything changed."""
    return _show(moderator, thread, False, Verb.REPAIRED, reason)


def identity(page):
    """What makes two saved pages the same: title and author, whatever the script and width of their characters."""
    folded = "\n".join(fold(part or "") for part in (page.title, page.author))
    return hashlib.sha256(folded.encode()).hexdigest()


def _find(page):
    """The Source of the same page, locked; of two imports at once the second waits and then renews."""
    key = identity(page)
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [f"import {key}"])
    same = Q(identity=key) | (Q(original__url=page.url) if page.url else Q(pk__in=[]))
    return Source.objects.select_for_update().select_related("thread").filter(same).order_by("pk").first()


def _fill(thread, page, category, importer):
    title, body = page.title[: _length(Thread, "title")], page.body_source()
    if thread.pk and (thread.title, thread.body) != (title, body):
        before = {"title": thread.title, "body": thread.body, "terms": thread.terms}
        Revision.objects.create(thread=thread, editor=importer, **before)
        thread.edited_at = timezone.now()
    if not thread.pk:
        thread.published_at = thread.last_reply_at = _day(page) or thread.created_at
        thread.category = category or _first_shelf()
    thread.category = category or thread.category
    set_words(thread, title, body)
    _describe(thread, page.author, page.public_attribution, page.contact)
    counters = page.counters
    thread.printed_replies, thread.printed_views = counters.comments, counters.views
    thread.printed_favourites, thread.printed_minutes = counters.favourites, _small(counters.minutes)
    thread.imported_replies = thread.imported_replies or 0
    thread.save()
    keep_telling_words(thread)


def _describe(thread, author, attribution, contact):
    thread.byline = (author or "")[: _length(Thread, "byline")]
    thread.attribution = attribution
    thread.contact = contact[: _length(Thread, "contact")]


def _day(page):
    """Noon of the day the page was published, so that no time zone moves it to another."""
    if page.published is None:
        return None
    return min(timezone.make_aware(datetime.combine(page.published, time(12))), timezone.now())


def _first_shelf():
    return Category.objects.first() or Category.objects.create(slug="imported", name=_("Imported"))


def _count(thread):
    replies = Reply.objects.filter(thread=thread)
    thread.imported_replies = replies.filter(imported=True).count()
    thread.replies_count = replies.filter(state=State.PUBLIC).count()
    thread.last_reply_at = last_reply_at(thread)
    thread.save(update_fields=["imported_replies", "replies_count", "last_reply_at"])


def _keep(source, forms, page, replies, raw, name):
    source.name, source.raw, source.imported_at = name[-200:], raw, timezone.now()
    source.identity = source.identity or identity(forms["repaired"])
    for form, read in forms.items():
        setattr(source, form, _words(read, replies))
    source.repairs = [
        {"kind": repair.kind, "count": repair.count, "confidence": repair.confidence, "lines": list(repair.lines)}
        for repair in forms["repaired"].repairs
    ]
    source.shows_original = page != forms["repaired"]
    source.save()


def _words(page, replies):
    return {
        "title": page.title,
        "author": page.author,
        "body": page.body_source(),
        "attribution": page.public_attribution,
        "contact": page.contact,
        "url": page.url,
        "replies": [{"pk": row.pk, "body": said.source} for row, said in zip(replies, page.replies, strict=True)],
    }


def _show(moderator, thread, original, verb, reason):
    require(may_curate(moderator, thread))
    source = Source.objects.select_for_update().filter(thread=thread).first()
    if source is None:
        raise Refused(_("This thread was written here; it has no other text"))
    if source.shows_original == original:
        return False
    words = source.original if original else source.repaired
    set_words(thread, words["title"][: _length(Thread, "title")], words["body"])
    _describe(thread, words["author"], words["attribution"], words["contact"])
    thread.save()
    keep_telling_words(thread)
    replies = _reword(words["replies"])
    source.shows_original = original
    source.save(update_fields=["shows_original"])
    sign(moderator, verb, thread, reason)
    index(thread, *replies)
    touch("all")
    return True


def _reword(said):
    bodies = {one["pk"]: one["body"] for one in said}
    replies = list(Reply.objects.filter(pk__in=bodies, imported=True))
    for reply in replies:
        reply.body, reply.body_html = bodies[reply.pk], render_reply(bodies[reply.pk])
    Reply.objects.bulk_update(replies, ["body", "body_html"])
    return replies


def _length(noun, column):
    return noun._meta.get_field(column).max_length


def _small(minutes):
    return minutes if minutes is not None and minutes < 10_000 else None
