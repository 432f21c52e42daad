"""Moderators sign for what they do: every verb of theirs ends here."""

from django.utils.translation import gettext as _

from forum.actions.levels import weigh
from forum.actions.notices import tell
from forum.actions.pages import touch
from forum.models import Decision, Notice, Reply, Thread
from forum.rules import Refused

Verb = Decision.Verb
_WEIGHING = {Verb.APPROVE, Verb.HIDE, Verb.RESTORE, Verb.WARN, Verb.MUTE, Verb.SUSPEND, Verb.UNMUTE, Verb.UNDO}

_COUNTED = {*Decision.MEASURES, Verb.GRANT, Verb.UPHOLD, Verb.UNDO, Verb.EXHIBIT, Verb.WITHHOLD}  # on a public page


def sign(moderator, verb, thing, reason, detail="", *, rule=None):
    """Write the Decision about a thread, reply or user (None: about the site itself), with the HouseRule it rests on.

    Call inside the verb's transaction: without a reason it raises Refused, and nothing has happened.
    Call it last: the database seals one decision after another, so from here to the commit the others wait.
    """
    about = {_kind(thing): thing} if thing else {}
    if rule:
        about |= {"rule_number": rule.number, "rule_words": rule.words}
    if verb in _WEIGHING and (person := thing.pk if "user" in about else thing.author_id):
        weigh(person)
    about |= {"moderator": moderator, "verb": verb, "reason": clean(reason), "detail": detail[:300]}
    decision = Decision.objects.create(**about)
    if verb in _COUNTED:
        touch("offences")
    if thing and verb not in Decision.UNTOLD and (concerned := _whose(thing)) != moderator:
        tell(concerned, Notice.Kind.DECISION, about=decision)  # by whom is not told
    return decision


def clean(reason):
    """The reason as it is kept: without air around it, 300 characters at most; blank is refused."""
    if not (reason := reason.strip()):
        raise Refused(_("Say why, in a few words"))
    return reason[:300]


def _whose(thing):
    """Whom a decision about this concerns; None, a ghost."""
    return thing.author if isinstance(thing, Reply | Thread) else thing


def _kind(thing):
    return "reply" if isinstance(thing, Reply) else "thread" if isinstance(thing, Thread) else "user"
