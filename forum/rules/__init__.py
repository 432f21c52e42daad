"""Who may, and why not: each rule answers with a Ruling, whose reason is a sentence fit to show."""

from forum.rules.appeals import may_appeal, may_decide_appeal
from forum.rules.barriers import may_write_from
from forum.rules.ladder import Rung, next_rung
from forum.rules.offices import (
    MODERATORS,
    may_appoint,
    may_ban,
    may_bar,
    may_change_settings,
    may_import,
    may_moderate,
    may_mute,
    may_see_origin,
)
from forum.rules.ruling import ALLOWED, Refused, Ruling, require
from forum.rules.words import (
    may_edit,
    may_join,
    may_mark,
    may_reply,
    may_report,
    may_speak,
    may_withdraw,
    may_write,
    takes_replies,
)

__all__ = [
    "ALLOWED", "MODERATORS", "Refused", "Ruling", "Rung", "may_appeal", "may_appoint", "may_ban", "may_bar",
    "may_change_settings", "may_decide_appeal", "may_edit", "may_import", "may_join", "may_mark", "may_moderate",
    "may_mute", "may_reply", "may_report", "may_see_origin", "may_speak", "may_withdraw", "may_write",
    "may_write_from", "next_rung", "require", "takes_replies",
]  # fmt: skip
