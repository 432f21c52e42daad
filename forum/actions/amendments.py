"""Edits of public words that wait: kept while the approved words stay up, then published or refused."""

from django.db import transaction
from django.utils import timezone

from forum import search
from forum.actions.decisions import sign
from forum.actions.hub import tell_hub
from forum.actions.mentioned import linking
from forum.actions.pages import touch
from forum.actions.threads import keep_telling_words, set_tags, set_words
from forum.markup import render_reply
from forum.models import Amendment, Decision, Revision, Thread
from forum.rules import may_judge_edit, require

Outcome, Verb = Amendment.Outcome, Decision.Verb


@transaction.atomic
def publish_edit(moderator, thing, *, reason):
    """The edit that waits takes the place of the approved words, which are kept as a Revision."""
    require(may_judge_edit(moderator, thing))
    if not (amendment := _waiting(thing)):
        return False
    Revision.objects.create(editor=thing.author, title=getattr(thing, "title", ""), body=thing.body, **_about(thing))
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
    before = thing.body, thing.body_html
    if isinstance(thing, Thread):
        amendment.title, amendment.category, amendment.tags = _put_thread(thing, amendment)
    else:
        thing.body, thing.body_html = amendment.body, render_reply(amendment.body, linking(amendment.body))
        thing.edited_at = timezone.now()
        thing.save(update_fields=["body", "body_html", "edited_at"])
    amendment.body, amendment.body_html = before
    amendment.outcome = outcome
    amendment.save()
    search.index(thing)
    tell_hub(thing)
    touch("all" if isinstance(thing, Thread) else thing)


def _put_thread(thread, amendment):
    """The article as the edit has it; returns the title, shelf and tags it had."""
    before = thread.title, thread.category, list(thread.tags.values_list("name", flat=True))
    thread.category, thread.edited_at = amendment.category or thread.category, timezone.now()
    set_words(thread, amendment.title, amendment.body)
    thread.save()
    keep_telling_words(thread)
    set_tags(thread, amendment.tags)
    return before
