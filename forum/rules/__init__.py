"""Who may, and why not: each rule answers with a Ruling, whose reason is a sentence fit to show."""

from forum.rules.amendments import may_judge_edit, may_resubmit, may_send_same
from forum.rules.appeals import may_appeal, may_decide_appeal
from forum.rules.barriers import may_write_from
from forum.rules.blocks import may_block
from forum.rules.brigading import Talk, signs_of
from forum.rules.closing import may_close, may_keep_account, running_the_site
from forum.rules.follows import may_follow
from forum.rules.house_rules import SUGGESTED_RULES, may_keep_rules
from forum.rules.ladder import Rung, next_rung
from forum.rules.levels import Criterion, criteria, is_above, level_after, level_for, level_of, may_carry
from forum.rules.matrix import SUGGESTED, Matrix, current_matrix, may_pass
from forum.rules.notices import may_have_notices
from forum.rules.offices import (
    ADMINS,
    CHIEFS,
    EDITORS,
    MODERATORS,
    OFFICES,
    holds_office,
    may_appoint,
    may_ban,
    may_bar,
    may_change_settings,
    may_curate,
    may_enter,
    may_import,
    may_judge,
    may_keep_words,
    may_moderate,
    may_mute,
    may_see_looks,
    may_see_origin,
)
from forum.rules.parcels import may_ask_for_parcel
from forum.rules.pictures import may_drop_avatar, may_wear
from forum.rules.precedents import is_anonymous, may_exhibit
from forum.rules.queue import may_settle, may_undo
from forum.rules.ruling import ALLOWED, Refused, Ruling, require
from forum.rules.series import may_drop_series, may_keep_series
from forum.rules.strangers import is_stranger, may_address, may_shelter, may_take_shelter, sheltered
from forum.rules.terms import may_fix
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
    "ADMINS", "ALLOWED", "CHIEFS", "EDITORS", "MODERATORS", "OFFICES", "SUGGESTED", "SUGGESTED_RULES", "Criterion",
    "Matrix", "Refused", "Ruling", "Rung", "Talk", "criteria", "current_matrix", "holds_office", "is_above",
    "is_anonymous", "is_stranger", "level_after", "level_for", "level_of", "may_address", "may_appeal",
    "may_appoint", "may_ask_for_parcel", "may_ban", "may_bar", "may_block", "may_carry", "may_change_settings",
    "may_close", "may_curate", "may_decide_appeal", "may_drop_avatar", "may_drop_series", "may_edit", "may_enter",
    "may_exhibit", "may_fix", "may_follow", "may_have_notices", "may_import", "may_join", "may_judge",
    "may_judge_edit", "may_keep_account", "may_keep_rules", "may_keep_series", "may_keep_words", "may_mark",
    "may_moderate", "may_mute", "may_pass", "may_reply", "may_report", "may_resubmit", "may_see_looks",
    "may_see_origin", "may_send_same", "may_settle", "may_shelter", "may_speak", "may_take_shelter", "may_undo",
    "may_wear", "may_withdraw", "may_write", "may_write_from", "next_rung", "require", "running_the_site",
    "sheltered", "signs_of", "takes_replies",
]  # fmt: skip
