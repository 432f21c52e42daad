"""A public thread as its page needs it, or whoever answers it, in one question."""

import json

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.shortcuts import get_object_or_404

from accounts.models import User
from forum import prepared
from forum.models import Category, Tag, Thread

_THREAD = [field.attname for field in Thread._meta.concrete_fields if field.attname not in {"body", "words"}]
_LONG = {"body", "body_html", "contents", "words", "attribution", "excerpt"}
_ANSWERED = [field.attname for field in Thread._meta.concrete_fields if field.attname not in _LONG]
_CATEGORY = [field.attname for field in Category._meta.concrete_fields]
_AUTHOR = ["username", "bio", "avatar"]
_SHELF = ["slug", "name"]


def public_thread(pk):
    """The public thread with this number, its tags and its look; None where there is no such thread.

    What the page does not print (the Markdown; of author and category most) stays in the database. The look is
    everything an article's HTML is made of, so that as a key it is never stale; None where that is not all here.
    """
    rows = prepared.rows("thread", _worded, pk)
    if not rows:
        return None
    own, (username, bio, avatar, slug, name, words, tags) = rows[0][: len(_THREAD)], rows[0][len(_THREAD) :]
    thread = Thread.from_db("default", _THREAD, own)
    thread.words = words
    thread.contents = json.loads(thread.contents)
    thread.author = User(pk=thread.author_id, username=username, bio=bio, avatar=avatar) if username else None
    thread.category = Category(pk=thread.category_id, slug=slug, name=name)
    look = (*own, username, bio, avatar, slug, name, *tags)
    names_another = thread.merged_into_id or thread.split_from_id  # whose title may change
    return thread, [Tag(name=name) for name in tags], None if names_another else look


def thread_to_answer(pk, viewer):
    """The thread with this number, with its category, as far as this viewer may read it; else Http404.

    Of a public one the long columns stay in the database until somebody asks for them.
    """
    rows = prepared.rows("thread to answer", _worded_to_answer, pk)
    if not rows:
        return get_object_or_404(Thread.objects.visible_to(viewer).select_related("category"), pk=pk)
    thread = Thread.from_db("default", _ANSWERED, rows[0][: len(_ANSWERED)])
    thread.category = Category.from_db("default", _CATEGORY, rows[0][len(_ANSWERED) :])
    return thread


def _worded_to_answer(pk):
    return Thread.objects.public().filter(pk=pk).values_list(*_ANSWERED, *(f"category__{name}" for name in _CATEGORY))


def _worded(pk):
    tags = ArraySubquery(Tag.objects.filter(threads=OuterRef("pk")).values("name"))
    about = [*(f"author__{name}" for name in _AUTHOR), *(f"category__{name}" for name in _SHELF)]
    return (
        Thread.objects.public().filter(pk=pk).annotate(all_tags=tags).values_list(*_THREAD, *about, "words", "all_tags")
    )
