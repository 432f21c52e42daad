"""Edits of public words that wait: kept while the approved words stay up, then published or refused."""

from django.db import transaction

from forum.actions.decisions import sign
from forum.actions.replies import rewrite_reply
from forum.actions.threads import rewrite_thread, words_of
from forum.models import Amendment, Decision, Thread
from forum.rules import may_judge_edit, require

Outcome, Verb = Amendment.Outcome, Decision.Verb


@transaction.atomic
def publish_edit(moderator, thing, *, reason):
    """The edit that waits takes the place of the approved words, which are kept as a Revision."""
    require(may_judge_edit(moderator, thing))
    if not (amendment := _waiting(thing)):
        return False
    _exchange(thing, amendment, Outcome.PUBLISHED)
    sign(moderator, Verb.AMEND, thing, reason)
    return True


@transaction.atomic
def refuse_edit(moderator, thing, *, reason, rule=None):
    """The approved words stay; the author reads why, and may edit again."""
    require(may_judge_edit(moderator, thing))
    if not (amendment := _waiting(thing)):
        return False
    amendment.decision = sign(moderator, Verb.REFUSE, thing, reason, rule=rule)
    amendment.outcome = Outcome.REFUSED
    amendment.save(update_fields=["outcome", "decision"])
    return True


def take_back(amendment):
    """A step of undo: the edit waits again, and if it was published the words before it stand again."""
    thing = amendment.thread or amendment.reply
    if amendment.outcome == Outcome.PUBLISHED:
        _exchange(thing, amendment, Outcome.WAITING)
    else:
        amendment.outcome, amendment.decision = Outcome.WAITING, None
        amendment.save(update_fields=["outcome", "decision"])


def _waiting(thing):
    """The edit of this thing, both locked; of two moderators the second finds none."""
    thing.refresh_from_db(from_queryset=type(thing).objects.select_for_update(no_key=True, of=("self",)))
    return Amendment.objects.waiting().filter(**_about(thing)).first()


def _about(thing):
    return {thing._meta.model_name: thing}


def _exchange(thing, amendment, outcome):
    """What the edit holds becomes what everybody reads, and the other way round."""
    before = {"body": thing.body, "body_html": thing.body_html}
    if isinstance(thing, Thread):
        before |= {**words_of(thing), "category": thing.category}
        before["tags"] = list(thing.tags.values_list("name", flat=True))
        words = {"title": amendment.title, "body": amendment.body, "terms": amendment.terms}
        rewrite_thread(thing, words, amendment.category or thing.category, amendment.tags)
    else:
        rewrite_reply(thing, amendment.body)
    for name, value in before.items():
        setattr(amendment, name, value)
    amendment.outcome = outcome
    amendment.save()
