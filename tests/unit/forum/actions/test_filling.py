"""The rows made for measuring are as true as if people had written them."""

import io

import pytest
from django.core.management import call_command
from django.db import connection

from forum.actions.filling import fill
from forum.actions.threads import set_words
from forum.markup import render_reply
from forum.models import Reply, SearchEntry, Thread
from forum.search import entry_of

INDEXES = "select indexdef from pg_indexes where tablename in ('forum_reply', 'forum_searchentry') order by 1"


def indexes():
    with connection.cursor() as cursor:
        cursor.execute(INDEXES)
        return cursor.fetchall()


@pytest.mark.django_db
def test_counters_floors_and_entries_are_true():
    before = indexes()
    first = fill(4, 90)
    assert fill(2, 9) == first + 4
    assert indexes() == before
    out = io.StringIO()
    call_command("recount", stdout=out)
    assert out.getvalue() == ""
    for thread in Thread.objects.filter(pk__gte=first):
        floors = list(thread.replies.order_by("id").values_list("floor", flat=True))
        assert floors == list(range(1, thread.replies_count + 1))
        assert thread.floors == len(floors)
    replies = Reply.objects.filter(thread__gte=first)
    assert replies.count() == SearchEntry.objects.filter(reply__in=replies).count() == 99
    assert all(reply.parent.thread_id == reply.thread_id for reply in replies.exclude(parent=None))


@pytest.mark.django_db
def test_texts_and_entries_are_what_writing_and_indexing_would_make():
    first = fill(3, 60)
    for reply in Reply.objects.filter(thread__gte=first).order_by("pk")[:20]:
        assert reply.body_html == render_reply(reply.body)
        assert said_of(SearchEntry.objects.get(reply=reply)) == said_of(entry_of(reply))
    for thread in Thread.objects.filter(pk__gte=first):
        assert said_of(SearchEntry.objects.get(thread=thread, reply=None)) == said_of(entry_of(thread))
        told = list(thread.telling_words.order_by("-weight", "word").values_list("word", "weight"))
        set_words(thread, thread.title, thread.body)
        assert told == [(word, pytest.approx(weight)) for word, weight in thread.telling]


def said_of(entry):
    """All an entry says, its vector as PostgreSQL writes it."""
    with connection.cursor() as cursor:
        cursor.execute("select %s::tsvector::text", [entry.vector])
        return *cursor.fetchone(), entry.text, entry.written_at, entry.edition, entry.thread_id, entry.reply_id


@pytest.mark.django_db
def test_the_same_numbers_give_the_same_rows():
    rows = []
    for _ in range(2):
        first = fill(3, 40, searchable=False)
        replies = Reply.objects.filter(thread__gte=first).order_by("id")
        rows.append([(reply.floor, reply.created_at, reply.thread_id - first, reply.body) for reply in replies])
    assert rows[0] == rows[1]
    assert len(rows[0]) == 40


@pytest.mark.django_db
def test_every_reply_refers_to_what_is_there():
    fill(2, 30)
    assert Reply.objects.filter(thread__replies_count__gt=0, author__is_active=True).count() == 30
    connection.check_constraints()
