"""Whom words that have become public are told to."""

from django.utils.translation import gettext as _

from forum.actions.mentioned import called
from forum.actions.notices import tell, tell_all
from forum.models import Notice, Reply, State

Kind = Notice.Kind


def tell_of(thing):
    """A thread or reply has become public after waiting for a moderator."""
    if isinstance(thing, Reply):
        tell_of_reply(thing, called(thing.body))
    else:
        tell_of_mentions(thing, called(thing.body))


def tell_of_reply(reply, mentioned):
    """The thread's author, those mentioned (their numbers), and whom it answers: each once, by what is nearest."""
    answered = reply.answering or reply.parent
    kinds = {reply.thread.author_id: Kind.REPLY} | dict.fromkeys(mentioned, Kind.MENTION)
    if answered:
        kinds[answered.author_id] = Kind.ANSWER
    tell_all(kinds, actor=reply.author, about=reply)


def tell_of_report(report):
    """Whoever complained is told what came of it; the sentence says how the report stands when it is read."""
    thread = report.thread or report.reply.thread
    words = _("Its author has taken it back meanwhile") if report.thing.state == State.WITHDRAWN else ""
    tell(report.reporter, Kind.REPORT, about=report, link=thread.get_absolute_url(), words=words)


def tell_of_mentions(thing, mentioned):
    """Those newly mentioned in words that are public."""
    if thing.state == State.PUBLIC:
        tell_all(dict.fromkeys(mentioned, Kind.MENTION), actor=thing.author, about=thing)
