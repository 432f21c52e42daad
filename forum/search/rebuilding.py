"""Make the index again while the site runs."""

from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import Q

from forum.models import Reply, SearchEntry, State, Thread
from forum.search.entries import edition, entry_of

BATCH = 200  # rows are locked while their words are made: a fifth of a second
_COLUMNS = "thread_id, reply_id, text, vector, written_at, edition"
_FRESH = f"""
create temporary table if not exists fresh_entry as select {_COLUMNS} from forum_searchentry limit 0;
truncate fresh_entry
"""
_WRITE = f"""
insert into forum_searchentry ({_COLUMNS}) select {_COLUMNS} from fresh_entry
on conflict {{unique}} do update set text = excluded.text, vector = excluded.vector,
    written_at = excluded.written_at, edition = excluded.edition
"""
_STALE = {
    model: f"""
select thing.id from {table} as thing where state = 'public' and id > %s and not exists
    (select 1 from forum_searchentry as entry where {same} and edition = %s) order by id limit %s
"""
    for model, table, same in (
        (Thread, "forum_thread", "entry.thread_id = thing.id and entry.reply_id is null"),
        (Reply, "forum_reply", "entry.reply_id = thing.id"),
    )
}
_UNIQUE = {Thread: "(thread_id) where reply_id is null", Reply: "(reply_id)"}


def distrust_all():
    """Count every entry as old; each is found as before until `rebuild` has made it anew."""
    SearchEntry.objects.update(edition=0)


def rebuild():
    """Make all missing and old entries; yields (made so far, to make in all) after each batch.

    Stopped at any point, it goes on there when called again. A thing being edited meanwhile is waited for,
    so that its newest words win.
    """
    _entries(~Q(thread__state=State.PUBLIC), reply=None).delete()
    _entries(~Q(reply__state=State.PUBLIC), reply__isnull=False).delete()
    whole, made = sum(map(_missing, _UNIQUE)), 0
    with _gathering():
        for model in _UNIQUE:
            last = 0
            while batch := _remake(model, last):
                made, last = made + len(batch), batch[-1]
                yield made, max(whole, made)


def _entries(*conditions, **about):
    return SearchEntry.objects.filter(*conditions, **about)


def _missing(model):
    current = _entries(edition=edition(), reply__isnull=model is Thread)
    return model.objects.filter(state=State.PUBLIC).count() - current.count()


@transaction.atomic
def _remake(model, last):
    """Make the entries of the next batch behind number ``last``; its numbers."""
    pks = _stale(model, last)
    things = model.objects.filter(pk__in=pks).select_for_update().order_by("pk").defer("body_html")
    things = things.defer("body_html", "contents").prefetch_related("tags") if model is Thread else things
    entries = [entry_of(thing) for thing in things if thing.state == State.PUBLIC]
    with connection.cursor() as cursor:
        cursor.execute(_FRESH)
        with cursor.copy(f"copy fresh_entry ({_COLUMNS}) from stdin") as copy:
            for one in entries:
                copy.write_row((one.thread_id, one.reply_id, one.text, one.vector, one.written_at, one.edition))
        cursor.execute(_WRITE.format(unique=_UNIQUE[model]))
        cursor.execute("select gin_clean_pending_list('entry_vector')")
    return pks


def _stale(model, last):
    """Numbers of the next public threads or replies without an entry of today's edition."""
    with connection.cursor() as cursor:
        for way in ("hashjoin", "mergejoin"):  # either would read all entries for each batch
            cursor.execute(f"set local enable_{way} = off")
        cursor.execute(_STALE[model], [last, edition(), BATCH])
        return [pk for (pk,) in cursor.fetchall()]


@contextmanager
def _gathering():
    """Within the block the index takes a batch's lexemes together, not one by one: six times as fast.

    A reply posted meanwhile is found at once all the same, in the list that the next batch clears.
    """
    _set_gathering("on")
    try:
        yield
    finally:
        _set_gathering("off")


def _set_gathering(whether):
    with connection.cursor() as cursor:
        cursor.execute(f"alter index entry_vector set (fastupdate = {whether})")
        cursor.execute("select gin_clean_pending_list('entry_vector')")
