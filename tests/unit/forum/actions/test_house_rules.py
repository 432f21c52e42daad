"""Which rule applied: named when something is hidden or somebody sanctioned, kept as it was worded then."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from forum.actions import moderation, people
from forum.actions.house_rules import suggest_rules
from forum.models import Decision, HouseRule
from forum.models.chain import digest_of
from forum.rules import SUGGESTED_RULES, Refused
from tests.cast import make_moderator


@pytest.fixture
def rule(db):
    return HouseRule.objects.create(number=1, words="对事不对人")


def verified():
    said = StringIO()
    call_command("verify_decisions", stdout=said)
    return said.getvalue()


def test_a_decision_keeps_number_and_words_whatever_becomes_of_the_rule(rule, zhou, mei, make_reply):
    moderation.hide(zhou, make_reply(), reason="人身攻击", rule=rule)
    for verb, more in ((people.warn, {}), (people.mute, {"days": 3}), (people.suspend, {"days": 3}), (people.ban, {})):
        verb(zhou, mei, reason="人身攻击", rule=rule, **more)
    rule.words = "改了说法"
    rule.save()
    rule.delete()
    assert {decision.rule for decision in Decision.objects.all()} == {"第 1 条：对事不对人"}
    assert verified().startswith("decisions: 5, whole")


def test_decisions_of_before_the_rules_and_after_hang_in_one_chain(rule, zhou, make_reply):
    moderation.hide(zhou, make_reply(), reason="广告")
    moderation.hide(zhou, make_reply(), reason="广告", rule=rule)
    moderation.hide(zhou, make_reply(), reason="广告")
    assert verified().startswith("decisions: 3, whole")


def test_the_formula_of_before_holds_for_what_names_no_rule():
    """A digest written down when there were no rules."""
    made_at = datetime(2026, 1, 2, 3, 4, 5, 6, UTC)
    facts = {"number": 1, "previous": "", "moderator_id": 3, "verb": "pin", "thread_id": 5, "reason": "好"}
    old = Decision(pk=7, made_at=made_at, **facts)
    assert digest_of(old) == "9d94b9fab8455a71ae82c85c37c57556205c3573fa1bb8b2cfe7d4392ac4fde1"


@pytest.mark.parametrize("change", ["rule_number = 9", "rule_words = '另一条'", "rule_number = null, rule_words = ''"])
def test_a_changed_rule_is_named(rule, zhou, make_reply, change):
    moderation.hide(zhou, make_reply(), reason="广告", rule=rule)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table forum_decision disable trigger user")
        cursor.execute(f"update forum_decision set {change}")
        cursor.execute("alter table forum_decision enable trigger user")
    with pytest.raises(CommandError):
        verified()


def test_the_suggested_rules_are_laid_down_once_by_who_may(zhou):
    admin = make_moderator("老孙", "管理员")
    with pytest.raises(Refused):
        suggest_rules(zhou)
    assert suggest_rules(admin) == len(SUGGESTED_RULES)
    assert suggest_rules(admin) == 0
