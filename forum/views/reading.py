"""A public thread as its page needs it, in one question."""

import json

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from accounts.models import User
from forum import prepared
from forum.models import Category, Tag, Thread

_THREAD = [field.attname for field in Thread._meta.concrete_fields if field.attname not in {"body", "words"}]
_AUTHOR = ["username", "bio"]
_SHELF = ["slug", "name"]


def public_thread(pk):
    """The public thread with this number, its tags and its look; None where there is no such thread.

    What the page does not print (the Markdown; of author and category most) stays in the database. The look is
    everything an article's HTML is made of, so that as a key it is never stale; None where that is not all here.
    """
    rows = prepared.rows("thread", _worded, pk)
    if not rows:
        return None
    own, (username, bio, slug, name, words, tags) = rows[0][: len(_THREAD)], rows[0][len(_THREAD) :]
    thread = Thread.from_db("default", _THREAD, own)
    thread.words = words
    thread.contents = json.loads(thread.contents)
    thread.author = User(pk=thread.author_id, username=username, bio=bio) if username else None
    thread.category = Category(pk=thread.category_id, slug=slug, name=name)
    look = (*own, username, bio, slug, name, *tags)
    names_another = thread.merged_into_id or thread.split_from_id  # whose title may change
    return thread, [Tag(name=name) for name in tags], None if names_another else look


def _worded(pk):
    tags = ArraySubquery(Tag.objects.filter(threads=OuterRef("pk")).values("name"))
    about = [*(f"author__{name}" for name in _AUTHOR), *(f"category__{name}" for name in _SHELF)]
    return (
        Thread.objects.public().filter(pk=pk).annotate(all_tags=tags).values_list(*_THREAD, *about, "words", "all_tags")
    )
