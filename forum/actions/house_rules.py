"""The community's rules: a first set, to be made its own. Single rules are edited in the admin."""

from django.db import transaction

from forum.actions.pages import touch
from forum.models import HouseRule
from forum.rules import SUGGESTED_RULES, may_keep_rules, require


@transaction.atomic
def suggest_rules(admin):
    """Lay down the suggested rules where there are none; returns how many."""
    require(may_keep_rules(admin))
    if HouseRule.objects.exists():
        return 0
    rules = [HouseRule(number=number, words=words, about=about) for number, (words, about) in _numbered()]
    touch("all")
    return len(HouseRule.objects.bulk_create(rules, ignore_conflicts=True))


def _numbered():
    return enumerate(SUGGESTED_RULES, 1)
