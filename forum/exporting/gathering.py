"""What is a member's own, as plain values."""

from typing import NamedTuple

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q
from django.utils import timezone

from forum.models import (
    Appeal,
    Decision,
    Favourite,
    Like,
    Origin,
    Reply,
    Report,
    Revision,
    Sanction,
    Series,
    Thread,
)
from forum.rules import level_of


class Section(NamedTuple):
    """One kind of thing: the name of its files, and its rows by the names of forum.exporting.wording."""

    name: str
    rows: list


def gather(user):
    """Every Section of what is kept about and by this member, each in the order it came about."""
    return [
        Section("profile", [_profile(user)]),
        Section("threads", [_thread(one) for one in _own(Thread, user).select_related("category")]),
        Section("replies", [_reply(one) for one in _own(Reply, user).select_related("thread", "answering__author")]),
        Section("revisions", [_revision(one) for one in _revisions(user)]),
        Section("series", [_series(one) for one in Series.objects.filter(author=user).order_by("pk")]),
        Section("favourites", [_mark(one, user) for one in _marks(Favourite, user)]),
        Section("likes", [_mark(one, user) for one in _marks(Like, user)]),
        Section("reports", [_report(one) for one in user.reports.order_by("pk")]),
        Section("decisions", [_decision(one) for one in Decision.objects.told_to(user).order_by("number")]),
        Section("appeals", [_appeal(one) for one in Appeal.objects.filter(author=user).order_by("pk")]),
        Section("sanctions", [_sanction(one) for one in Sanction.objects.filter(user=user).order_by("pk")]),
        Section("shelters", [_shelter(one) for one in user.shelters.order_by("pk")]),
        Section("notices", [_notice(one) for one in user.notices.order_by("pk")]),
        Section("addresses", [_origin(one) for one in _origins(user)]),
        Section("sessions", [_session(one) for one in UserSession.objects.filter(user=user).order_by("pk")]),
        Section("keys", [_key(one) for one in Authenticator.objects.filter(user=user).order_by("pk")]),
    ]


def _own(noun, user):
    return noun.objects.filter(author=user).order_by("pk")


def _profile(user):
    mails = EmailAddress.objects.filter(user=user).order_by("pk").values_list("email", flat=True)
    return {
        "name": user.username,
        "about": user.bio,
        "level": str(level_of(user)),
        "joined": _at(user.date_joined),
        "last_login": _at(user.last_login),
        "emails": "、".join(dict.fromkeys([*([user.email] if user.email else []), *mails])),
        "phone": user.phone,
    }


def _thread(thread):
    return {
        "number": thread.pk,
        "title": thread.title,
        "state": thread.state,
        "category": thread.category.name,
        "tags": "、".join(thread.tags.order_by("pk").values_list("name", flat=True)),
        "region": thread.region,
        "written": _at(thread.created_at),
        "published": _at(thread.published_at),
        "edited": _at(thread.edited_at),
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
        "written": _at(reply.created_at),
        "edited": _at(reply.edited_at),
        "body": reply.body,
    }


def _revisions(user):
    return Revision.objects.filter(Q(thread__author=user) | Q(reply__author=user), editor=user).order_by("pk")


def _revision(one):
    return {"thread": one.thread_id, "reply": one.reply_id, "made": _at(one.made_at), "title": one.title,
            "body": one.body}  # fmt: skip


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
            "made": _at(mark.created_at)}  # fmt: skip


def _report(one: Report):
    return {"thread": one.thread_id, "reply": one.reply_id, "reason": one.reason, "note": one.note,
            "outcome": one.outcome, "made": _at(one.created_at), "resolved": _at(one.resolved_at)}  # fmt: skip


def _decision(one):
    return {"number": one.number, "verb": one.verb, "thread": one.thread_id, "reply": one.reply_id,
            "reason": one.reason, "detail": one.detail, "made": _at(one.made_at), "digest": one.digest}  # fmt: skip


def _appeal(one):
    return {"decision": one.decision.number, "words": one.words, "outcome": one.outcome, "reason": one.reason,
            "made": _at(one.created_at), "resolved": _at(one.decided_at)}  # fmt: skip


def _sanction(one):
    return {"kind": one.kind, "points": one.points, "reason": one.reason, "made": _at(one.since),
            "until": _at(one.until), "lifted": _at(one.lifted_at)}  # fmt: skip


def _shelter(one):
    return {"made": _at(one.since), "until": _at(one.until), "lifted": _at(one.lifted_at), "reason": one.reason}


def _notice(one):
    return {"kind": one.kind, "thread": one.thread_id, "reply": one.reply_id, "decision": one.decision_id,
            "times": one.times, "made": _at(one.created_at), "read": _at(one.read_at)}  # fmt: skip


def _origins(user):
    return Origin.objects.filter(Q(thread__author=user) | Q(reply__author=user)).order_by("pk")


def _origin(one):
    return {"thread": one.thread_id, "reply": one.reply_id, "address": one.ip, "port": one.port,
            "browser": one.user_agent, "made": _at(one.created_at)}  # fmt: skip


def _session(one):
    return {"address": one.ip, "browser": one.user_agent, "made": _at(one.created_at),
            "last_seen": _at(one.last_seen_at)}  # fmt: skip


def _key(one):
    """Whether there is one and since when; its secret opens the account and stays where it is."""
    return {"kind": one.type, "name": one.data.get("name", "") if isinstance(one.data, dict) else "",
            "made": _at(one.created_at), "last_used": _at(one.last_used_at)}  # fmt: skip


def _at(moment):
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
