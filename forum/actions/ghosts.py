"""Replies an imported page listed: rows without an account, because nobody here may speak for their authors."""

from django.db.models import F

from forum.chinese import fold
from forum.markup import render_reply
from forum.models import Reply, Revision, State, Thread

_REGION = Reply._meta.get_field("region").max_length


def write_ghosts(thread, listed, source, importer):
    """The rows of the listed replies, in their order: those there already renewed, new ones with the next floors.

    Replies the page no longer lists stay: what was read here is not unsaid.
    """
    rows = _known(thread, listed, source)
    for at, said in enumerate(listed):
        if rows[at] is None:
            rows[at] = _new(thread, said)
        else:
            _renew(rows[at], said, importer)
    return rows


def _known(thread, listed, source):
    """For each listed reply its row, told by its words; what is left over, by region and order."""
    there = {row.pk: row for row in Reply.objects.filter(thread=thread, imported=True).order_by("floor")}
    said_before = [
        (there[one["pk"]], one) for one in (source.repaired["replies"] if source else []) if one["pk"] in there
    ]
    rows = [None] * len(listed)
    for same in (_same_words, _same_region):
        for at, said in enumerate(listed):
            if rows[at] is None and (found := next((pair for pair in said_before if same(pair, said)), None)):
                rows[at] = found[0]
                said_before.remove(found)
    return rows


def _same_words(pair, said):
    row, before = pair
    return fold(said.source) in (fold(before["body"]), fold(row.body))


def _same_region(pair, said):
    return pair[0].region == _region(said)


def _new(thread, said):
    Thread.objects.filter(pk=thread.pk).update(floors=F("floors") + 1)
    thread.refresh_from_db(fields=["floors"])
    return Reply.objects.create(
        thread=thread,
        floor=thread.floors,
        body=said.source,
        body_html=render_reply(said.source),
        region=_region(said),
        state=State.PUBLIC,
        created_at=thread.published_at,  # the page does not say when; not later than this is known
        imported=True,
    )


def _renew(row, said, importer):
    if row.body != said.source:
        Revision.objects.create(reply=row, editor=importer, body=row.body)
    row.body, row.body_html, row.region = said.source, render_reply(said.source), _region(said)
    row.save(update_fields=["body", "body_html", "region"])


def _region(said):
    return (said.region or "")[:_REGION]
