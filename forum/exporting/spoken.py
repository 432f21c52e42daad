"""What a member wrote, and what stands behind it."""

from django.db.models import Q

from forum.exporting.section import Section, at
from forum.models import Amendment, Favourite, Like, Origin, Reply, Revision, Series, Thread, WordHit


def sections_of_the_words(user):
    """Articles, replies, what became of them, what the member kept and liked, and from where they wrote."""
    return [
        Section("threads", [_thread(one) for one in _own(Thread, user).select_related("category")]),
        Section("replies", [_reply(one) for one in _own(Reply, user).select_related("thread", "answering__author")]),
        Section("revisions", [_revision(one) for one in _behind(Revision, user).filter(editor=user)]),
        Section("amendments", [_amendment(one) for one in _behind(Amendment, user).select_related("category")]),
        Section("series", [_series(one) for one in Series.objects.filter(author=user).order_by("pk")]),
        Section("favourites", [_mark(one, user) for one in _marks(Favourite, user)]),
        Section("likes", [_mark(one, user) for one in _marks(Like, user)]),
        Section("hits", [_hit(one) for one in WordHit.objects.filter(author=user).order_by("pk")]),
        Section("addresses", [_origin(one) for one in _behind(Origin, user)]),
    ]


def _own(noun, user):
    return noun.objects.filter(author=user).order_by("pk")


def _behind(noun, user):
    return noun.objects.filter(Q(thread__author=user) | Q(reply__author=user)).order_by("pk")


def _thread(thread):
    return {
        "number": thread.pk,
        "title": thread.title,
        "state": thread.state,
        "category": thread.category.name,
        "tags": "、".join(thread.tags.order_by("pk").values_list("name", flat=True)),
        "region": thread.region,
        "written": at(thread.created_at),
        "published": at(thread.published_at),
        "edited": at(thread.edited_at),
        "terms": thread.terms,
        "body": thread.body,
    }


def _reply(reply):
    seen = reply.thread.state == "public"
    return {
        "number": reply.pk,
        "thread": reply.thread_id,
        "title": reply.thread.title if seen else "",
        "answering": reply.answering.author_name if seen and reply.answering else "",
        "floor": reply.floor,
        "state": reply.state,
        "region": reply.region,
        "written": at(reply.created_at),
        "edited": at(reply.edited_at),
        "body": reply.body,
    }


def _revision(one):
    return {"thread": one.thread_id, "reply": one.reply_id, "made": at(one.made_at), "title": one.title,
            "body": one.body}  # fmt: skip


def _amendment(one):
    return {"thread": one.thread_id, "reply": one.reply_id, "made": at(one.made_at), "outcome": one.outcome,
            "title": one.title, "category": one.category.name if one.category else "", "tags": "、".join(one.tags),
            "terms": one.terms, "body": one.body}  # fmt: skip


def _series(one):
    parts = one.parts.order_by("pk").values_list("thread_id", flat=True)
    return {"number": one.pk, "title": one.title, "about": one.about, "threads": "、".join(map(str, parts))}


def _marks(noun, user):
    related = ("thread",) if noun is Favourite else ("thread", "reply__thread")
    return noun.objects.filter(user=user).select_related(*related).order_by("pk")


def _mark(mark, user):
    reply = getattr(mark, "reply", None)
    thread = reply.thread if reply else mark.thread
    is_seen = thread.state == "public" or thread.author_id == user.pk
    return {"thread": thread.pk, "reply": reply and reply.pk, "title": thread.title if is_seen else "",
            "made": at(mark.created_at)}  # fmt: skip


def _hit(one):
    """What they typed; which word of the operator's list it met is the operator's."""
    return {"thread": one.thread_id, "reply": one.reply_id, "made": at(one.made_at), "words": one.excerpt}


def _origin(one):
    return {"thread": one.thread_id, "reply": one.reply_id, "address": one.ip, "port": one.port,
            "browser": one.user_agent, "made": at(one.created_at)}  # fmt: skip
