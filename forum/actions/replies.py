"""What authors do with replies: post, edit, withdraw."""

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from forum import limits, search
from forum.actions.assessing import assess, edit_waits, note_assessment, state_for
from forum.actions.awaiting import await_review, drop_edit
from forum.actions.follows import tell_followers
from forum.actions.hub import tell_hub
from forum.actions.mentioned import called, linking
from forum.actions.pages import touch
from forum.actions.screened import keep_typed, screened
from forum.actions.states import change_state
from forum.actions.telling import tell_of_mentions, tell_of_reply
from forum.actions.together import write_together
from forum.markup import render_reply
from forum.models import Reply, Revision, SiteSettings, State, said_lately
from forum.region import TABLE_VERSION, region_of
from forum.rules import (
    Ruling,
    may_address,
    may_carry,
    may_edit,
    may_reply,
    may_send_same,
    may_withdraw,
    may_write_from,
    require,
)
from forum.screening import carried_in

_GIVE_FLOOR = """
with counted as (
  update forum_thread set floors = floors + 1, replies_count = replies_count + %s,
    last_reply_at = coalesce(%s, last_reply_at) where id = %s returning floors
) update forum_reply set floor = counted.floors from counted where forum_reply.id = %s returning floor
"""


def post_reply(author, thread, body, *, origin, parent=None, key=None, seconds=None):
    """Add a reply, tagged with the region its author writes from.

    ``origin`` is an unsaved Origin with the address; ``parent`` the reply being answered; ``key`` the
    form's idempotency key: the same key gives the same reply, however often it is sent; ``seconds`` how
    long the form was open, None where there was none.
    """
    if key and (posted := Reply.objects.filter(author=author, key=key).first()):
        return posted
    try:
        return _post(author, thread, body, origin, parent, key, seconds)
    except IntegrityError:
        if key and (posted := Reply.objects.filter(author=author, key=key).first()):
            return posted
        raise


@transaction.atomic
def _post(author, thread, body, origin, parent, key, seconds):
    lately = said_lately(author)
    require(may_reply(author, thread, lately))
    require(may_write_from(origin.ip))
    require(_may_answer(author, thread, parent))
    require(may_carry(author, carried_in(body)))
    (verdict,) = screened(author, ("reply", body[: limits.REPLY_LENGTH]))
    region = region_of(origin.ip).at(SiteSettings.current().region_precision)
    assessment = assess(author, thread.category_id, [verdict], region=region, lately=lately, seconds=seconds)
    link = linking(verdict.text)
    require(may_address(author, *(link.called if link else ())))
    state = state_for(thread.category, assessment, verdict)
    reply = _reply(author, thread, verdict, region, parent, key, state, link)
    origin.reply = assessment.reply = reply
    write_together(reply, assessment, origin, *search.entries_of(reply))
    keep_typed([verdict], editor=author, body=body, reply=reply)
    touch(reply)
    if reply.is_public:
        tell_hub(reply)
        tell_of_reply(reply, link.called if link else ())
        tell_followers(reply)
    _give_floor(reply)  # last: everybody who replies here waits for the thread's row
    return reply


@transaction.atomic
def edit_reply(author, reply, body):
    """Change the words; the words before are kept as a Revision. What is public stays as it is while an edit of it
    waits for a moderator; what was hidden waits for one anew."""
    reply.refresh_from_db(from_queryset=Reply.objects.select_for_update())  # it may have been hidden meanwhile
    require(may_edit(author, reply))
    if body == reply.body:
        require(may_send_same(reply))
        drop_edit(reply)
        return reply
    require(may_carry(author, carried_in(body), carried_in(reply.body)))
    (verdict,) = screened(author, ("reply", body))
    assessment = assess(author, reply.thread.category_id, [verdict], region=reply.region, apart_from=reply)
    require(may_address(author, *(called(verdict.text) - called(reply.body))))
    keep_typed([verdict], editor=author, body=body, reply=reply)
    note_assessment(assessment, reply=reply)
    if reply.state == State.PUBLIC and edit_waits(author, reply.thread.category, assessment, verdict):
        await_review(reply, verdict.text)
    else:
        drop_edit(reply)
        rewrite_reply(reply, verdict.text)
    return reply


def rewrite_reply(reply, body):
    """These words; those before are kept. Hidden ones wait from now on."""
    newly = called(body) - called(reply.body)
    Revision.objects.create(reply=reply, editor=reply.author, body=reply.body)
    reply.body, reply.body_html, reply.edited_at = body, render_reply(body, linking(body)), timezone.now()
    reply.save(update_fields=["body", "body_html", "edited_at"])
    if not change_state(reply, State.HELD, allowed_from={State.HIDDEN}):
        search.index(reply)
        tell_of_mentions(reply, newly)
    touch(reply)


@transaction.atomic
def withdraw_reply(author, reply):
    """Take the words back; the row stays, as an empty shell where answers hang under it."""
    require(may_withdraw(author, reply))
    change_state(reply, State.WITHDRAWN)


def _may_answer(author, thread, parent):
    if parent is None:
        return Ruling()
    if parent.thread_id != thread.pk or parent.state != State.PUBLIC:
        return Ruling(_("The reply you are answering is no longer there"))
    return may_address(author, parent.author_id, parent.parent and parent.parent.author_id)


def _reply(author, thread, verdict, region, parent, key, state, link):
    return Reply(
        thread=thread,
        # one level deep: answering a nested reply hangs beside it and names it
        parent=(parent.parent or parent) if parent else None,
        answering=parent if parent and parent.parent_id else None,
        author=author,
        body=verdict.text,
        body_html=render_reply(verdict.text, link),
        region=region,
        region_version=TABLE_VERSION,
        state=state,
        key=key,
    )


def _give_floor(reply):
    """Floors count every reply ever written, so a number once given never moves.

    The last of the transaction but for notices: a lively thread's row is locked by one writer for this long only.
    """
    public = int(reply.is_public)
    answered_at = reply.created_at if reply.is_public else None
    with connection.cursor() as cursor:
        cursor.execute(_GIVE_FLOOR, [public, answered_at, reply.thread_id, reply.pk])
        (reply.floor,) = cursor.fetchone()
