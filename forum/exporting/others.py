"""What passed between a member and others: judgements, relations, notices."""

from forum.exporting.section import Section, at
from forum.models import Appeal, Decision, Report, Sanction


def sections_of_others(user):
    """Reports and what was decided, whom they follow and block, what they were told and do not want to be told."""
    return [
        Section("reports", [_report(one) for one in user.reports.order_by("pk")]),
        Section("decisions", [_decision(one) for one in Decision.objects.told_to(user).order_by("number")]),
        Section("appeals", [_appeal(one) for one in Appeal.objects.filter(author=user).order_by("pk")]),
        Section("sanctions", [_sanction(one) for one in Sanction.objects.filter(user=user).order_by("pk")]),
        Section("follows", [_follow(one) for one in user.follows.select_related("person", "tag").order_by("pk")]),
        Section("blocks", [_block(one) for one in user.blocks.select_related("person").order_by("pk")]),
        Section("shelters", [_shelter(one) for one in user.shelters.order_by("pk")]),
        Section("notices", [_notice(one) for one in user.notices.order_by("pk")]),
        Section("hushes", [{"kind": one.kind} for one in user.hushes.order_by("pk")]),
    ]


def _report(one: Report):
    return {"thread": one.thread_id, "reply": one.reply_id, "reason": one.reason, "note": one.note,
            "outcome": one.outcome, "made": at(one.created_at), "resolved": at(one.resolved_at)}  # fmt: skip


def _decision(one):
    return {"number": one.number, "verb": one.verb, "thread": one.thread_id, "reply": one.reply_id,
            "reason": one.reason, "detail": one.detail, "made": at(one.made_at), "digest": one.digest}  # fmt: skip


def _appeal(one):
    return {"decision": one.decision.number, "words": one.words, "outcome": one.outcome, "reason": one.reason,
            "made": at(one.created_at), "resolved": at(one.decided_at)}  # fmt: skip


def _sanction(one):
    return {"kind": one.kind, "points": one.points, "reason": one.reason, "made": at(one.since),
            "until": at(one.until), "lifted": at(one.lifted_at)}  # fmt: skip


def _follow(one):
    name = one.person.username if one.person else one.tag.name if one.tag else ""
    return {"name": name, "thread": one.thread_id, "made": at(one.created_at)}


def _block(one):
    return {"name": one.person.username, "made": at(one.created_at)}


def _shelter(one):
    return {"made": at(one.since), "until": at(one.until), "lifted": at(one.lifted_at), "reason": one.reason}


def _notice(one):
    return {"kind": one.kind, "thread": one.thread_id, "reply": one.reply_id, "decision": one.decision_id,
            "times": one.times, "made": at(one.created_at), "read": at(one.read_at)}  # fmt: skip
