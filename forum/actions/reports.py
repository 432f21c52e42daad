"""A reader's complaint, and the words it is about as they stood."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from forum.models import Reply, Report, Thread
from forum.models.evidence import evidence_of
from forum.rules import Refused, may_report, require


def report(reporter, thing, *, reason, note=""):
    """Complain about a thread or reply; one complaint a person and thing. The words are kept as Evidence."""
    require(may_report(reporter, thing))
    about = {"reply": thing} if isinstance(thing, Reply) else {"thread": thing}
    try:
        with transaction.atomic():
            made = Report.objects.create(reporter=reporter, reason=reason, note=note, **about)
            evidence_of(made, _now(thing)).save(force_insert=True)
    except IntegrityError:
        raise Refused(_("You have reported this already; a moderator will look at it")) from None
    return made


def _now(thing):
    """The row as it is at this moment: the page that was complained from may be older."""
    nouns = Reply if isinstance(thing, Reply) else Thread
    return nouns.objects.select_related("author").get(pk=thing.pk)
