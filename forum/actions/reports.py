"""A reader's complaint."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from forum.models import Reply, Report
from forum.rules import Refused, may_report, require


def report(reporter, thing, *, reason, note=""):
    """Complain about a thread or reply; one complaint a person and thing."""
    require(may_report(reporter, thing))
    about = {"reply": thing} if isinstance(thing, Reply) else {"thread": thing}
    try:
        with transaction.atomic():
            return Report.objects.create(reporter=reporter, reason=reason, note=note, **about)
    except IntegrityError:
        raise Refused(_("You have reported this already; a moderator will look at it")) from None
