"""社区规则: what holds here, for everybody to read."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.translation import gettext as _

from forum import limits
from forum.models import HouseRule
from forum.views.heads import head_of_list
from forum.views.ready import ready_made


@login_not_required
@ready_made("lists")
def house_rules(request):
    """The rules in force, by number, and what follows when one is broken."""
    context = {
        "rules": list(HouseRule.in_force()),
        "appeal_days": limits.APPEAL_WINDOW.days,
        "answer_days": limits.APPEAL_TERM.days,
        "head": head_of_list(request, page={}, heading=_("House rules")),
    }
    return render(request, "forum/house_rules.html", context)
