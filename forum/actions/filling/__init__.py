"""Synthetic threads and replies by the million, through COPY: for measuring, never for a community."""

from django.db import transaction

from forum.actions.filling.copying import bare, move_sequence, next_id
from forum.actions.filling.entries import tell_words, write_entries
from forum.actions.filling.rows import Plan, people, shelves, write_replies, write_threads
from forum.models import Reply, SearchEntry, TellingWord, Thread


@transaction.atomic
def fill(threads, replies, *, seed=1, searchable=True):
    """Add so many threads and replies; the same numbers give the same rows. Returns the number of the first thread.

    Unless ``searchable``, they have no search entries and no telling words, which take longer than the rows. A third
    of the replies stand under the first thread (at most 10,000), the rest are spread evenly.
    """
    plan = Plan(threads, replies, seed, people(), shelves(), next_id(Thread), next_id(Reply))
    write_threads(plan)
    with bare(Reply):
        write_replies(plan)
    for model in (Thread, Reply):
        move_sequence(model)
    if searchable:
        with bare(SearchEntry):
            write_entries(plan)
        with bare(TellingWord):
            tell_words(plan)
        for model in (SearchEntry, TellingWord):
            move_sequence(model)
    return plan.first
