"""What the moderator and one reader of the demo did."""

from forum.actions import moderation
from forum.actions.house_rules import suggest_rules
from forum.actions.people import mute
from forum.actions.reports import report
from forum.models import HouseRule

ADMIN = "admin"
MODERATOR = "老周"
MUTED = "小贾"
MARKS = {"pinned": moderation.pin, "featured": moderation.feature, "closed": moderation.close_thread}


def do_deeds(told, people):
    """Pin, feature, close, hide, report and mute as the texts of these threads say, by the verbs of every day."""
    moderator = people[MODERATOR]
    suggest_rules(people[ADMIN])
    for text, thread in told:
        for mark, verb in MARKS.items():
            if reason := text.about.get(mark):
                verb(moderator, thread, reason=reason)
        rows = {(row.author_id, row.body): row for row in thread.replies.select_related("thread")}
        for said in text.replies:
            if said.hidden or said.reported:
                _judge(moderator, rows[people[said.name].pk, said.body], said, people)
    if told:
        rule = HouseRule.in_force().first()
        mute(moderator, people[MUTED], days=30, reason="提醒过两次，仍然对人不对事", rule=rule)


def _judge(moderator, reply, said, people):
    if said.hidden:
        moderation.hide(moderator, reply, reason=said.hidden)
    if said.reported:
        name, reason = said.reported
        report(people[name], reply, reason=reason)
