"""Threads and replies, with the likes and favourites they have earned."""

import uuid
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from forum.actions.threads import keep_telling_words, set_tags, set_words
from forum.demo import ThreadText
from forum.markup import render_reply
from forum.models import Favourite, Like, Reply, State, Thread

NAMESPACE = uuid.UUID("6f2d2a52-6f0f-4a55-9d0b-2d4d6f1f0b11")
SAID = "demo"  # as region_version: these places were said by the texts, not found in a table


class Told(NamedTuple):
    """A text and the thread it has become."""

    text: ThreadText
    thread: Thread


def is_told(text):
    """Whether this text is a thread already, whatever has been done to it since."""
    return Thread.objects.filter(key=_key(text)).exists()


def write_thread(text, people, categories, now):
    """One public thread with its tags, favourites and likes. ``views`` in the text goes straight into the row."""
    about, at = text.about, _published(text.about, now)
    thread = Thread(
        key=_key(text),
        author=people.get(about.get("author")),
        category=categories[about["category"]],
        region=about.get("region", ""),
        region_version=SAID if "region" in about else "",
        state=State.PUBLIC,
        created_at=at,
        published_at=at,
        views_count=about.get("views", 0),
        **_printed(text),
    )
    set_words(thread, about["title"], text.body)
    thread.favourites_count, thread.likes_count = about.get("favourites", 0), about["likes"]
    thread.save()
    keep_telling_words(thread)
    set_tags(thread, about["tags"])
    for noun, count in ((Favourite, thread.favourites_count), (Like, thread.likes_count)):
        noun.objects.bulk_create(noun(user=user, thread=thread) for user in _readers(people, thread, count))
    return thread


def _key(text):
    return uuid.uuid5(NAMESPACE, text.file)


def _published(about, now):
    if date := about.get("published"):
        return datetime.combine(date, time(2), UTC)  # ten in the morning where it was written
    return now - timedelta(days=about["age"])


def _printed(text):
    """What only a thread from another site's page has: a byline, a notice, and the counters printed there."""
    if "byline" not in text.about:
        return {}
    printed = {name: value for name, value in text.about.items() if name.startswith("printed_")}
    words = {"byline": text.about["byline"], "attribution": text.about["reprint"]}
    return printed | words | {"imported_replies": len(text.replies)}


def write_replies(told, people):
    """All replies in the order in which they were said, so that later ones have greater keys everywhere."""
    rows = {thread.pk: {} for _text, thread in told}
    said = [
        (thread.published_at + reply.after, thread, place, reply)
        for text, thread in told
        for place, reply in enumerate(text.replies)
    ]
    for at, thread, place, reply in sorted(said, key=lambda line: (line[0], line[1].pk, line[2])):
        rows[thread.pk][place] = row = _reply(thread, reply, people, rows[thread.pk])
        row.created_at = at
        row.save()
    for _text, thread in told:
        _count(thread, rows[thread.pk].values())
    every = [row for written in rows.values() for row in written.values()]
    Like.objects.bulk_create(
        Like(user=user, reply=row) for row in every for user in _readers(people, row, row.likes_count)
    )


def _count(thread, replies):
    public = [reply.created_at for reply in replies if reply.is_public]
    thread.floors, thread.replies_count = len(replies), len(public)
    thread.last_reply_at = max(public, default=thread.published_at)
    thread.save(update_fields=["floors", "replies_count", "last_reply_at"])


def _reply(thread, said, people, earlier):
    """The row of one reply, not saved; ``earlier`` are the rows of its thread by their place in the text."""
    answered = earlier.get(said.answers)
    return Reply(
        thread=thread,
        author=people.get(said.name),
        imported=not said.name,
        parent=(answered.parent or answered) if answered else None,
        answering=answered if answered and answered.parent_id else None,
        floor=len(earlier) + 1,
        body=said.body,
        body_html=render_reply(said.body),
        region=said.region,
        region_version=SAID if said.name else "",
        state=State.HELD if said.held else State.PUBLIC,
        likes_count=said.likes,
    )


def _readers(people, thing, count):
    """So many members other than the author; who they are depends on the thing, so that tastes differ."""
    others = [user for user in people.values() if user.pk != thing.author_id]
    start = 5 * thing.pk % len(others)
    return (others[start:] + others[:start])[:count]
