"""Due process: whom a decision concerns may object once, and another moderator decides it."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from forum import limits
from forum.actions.amendments import publish_edit, take_back
from forum.actions.decisions import clean, sign
from forum.actions.moderation import restore
from forum.actions.notices import tell
from forum.actions.people import unmute
from forum.models import Amendment, Appeal, Decision, Notice, SiteSettings
from forum.rules import Refused, may_appeal, may_decide_appeal, require

Verb = Decision.Verb


def appeal(author, decision, words):
    """Object to a hide or a mute, in at most limits.APPEAL_LENGTH characters; one appeal a decision."""
    try:
        return _appeal(author, decision, words)
    except IntegrityError:
        raise Refused(_("You have appealed already; each decision can be appealed once")) from None


def grant_appeal(moderator, appeal, *, reason):
    """The author is right: what was hidden is restored, a refused edit published, a mute lifted."""
    return decide_appeal(moderator, appeal, True, reason)


def uphold_appeal(moderator, appeal, *, reason):
    """The decision was right and stays."""
    return decide_appeal(moderator, appeal, False, reason)


@transaction.atomic
def decide_appeal(moderator, appeal, granted, reason):
    """Grant or uphold; of two moderators at once the second is told that it has been decided.

    Granting undoes the decision where it still stands: what was meanwhile restored and hidden anew stays hidden.
    """
    waiting = Appeal.objects.select_related("decision__thread", "decision__reply__thread", "decision__user")
    appeal = waiting.select_for_update(of=("self",), no_key=True).get(pk=appeal.pk)
    require(may_decide_appeal(moderator, appeal))
    appeal.moderator, appeal.reason, appeal.decided_at = moderator, clean(reason), timezone.now()
    appeal.outcome = Appeal.Outcome.GRANTED if granted else Appeal.Outcome.UPHELD
    appeal.save(update_fields=["moderator", "reason", "decided_at", "outcome"])
    if granted:
        _undo(moderator, appeal.decision, reason)
    detail = _("on decision {number}").format(number=appeal.decision.number)
    sign(moderator, Verb.GRANT if granted else Verb.UPHOLD, appeal.thing, reason, detail)
    tell(appeal.author, Notice.Kind.APPEAL, about=appeal.decision)
    transaction.on_commit(lambda: _write_to(appeal), robust=True)  # mail that fails undoes nothing
    return True


@transaction.atomic
def _appeal(author, decision, words):
    require(may_appeal(author, decision))
    if not (words := words.strip()):
        raise Refused(_("Say in a few sentences why the decision is wrong"))
    if len(words) > limits.APPEAL_LENGTH:
        raise Refused(_("Please keep to {most} characters").format(most=limits.APPEAL_LENGTH))
    return Appeal.objects.create(author=author, decision=decision, words=words)


def _undo(moderator, decision, reason):
    if not Decision.objects.standing().filter(pk=decision.pk).exists():
        return
    if decision.verb == Verb.REFUSE:
        take_back(Amendment.objects.get(decision=decision))
        publish_edit(moderator, decision.thing, reason=reason)
        return
    verb = unmute if decision.verb in Decision.SILENCING else restore
    verb(moderator, decision.thing, reason=reason)


def _write_to(appeal):
    """Tell the author by mail, in the site's language, if there is an address they have verified."""
    address = EmailAddress.objects.filter(user_id=appeal.author_id, verified=True).order_by("-primary").first()
    if address is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        site = SiteSettings.current()
        subject = _("[{site}] Your appeal has been decided").format(site=site.site_name)
        letter = render_to_string("forum/decisions/letter.txt", {"appeal": appeal, "site": site})
        send_mail(subject, letter, None, [address.email])
