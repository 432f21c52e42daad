"""Make the index again while the site runs."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from forum.models import Reply, SearchEntry, State, Thread
from forum.search.entries import edition, index

BATCH = 200  # rows are locked while their words are made: a fifth of a second


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
    stale = [_stale(Thread, "thread", reply=None), _stale(Reply, "reply", reply__isnull=False)]
    whole, made = sum(things.count() for things in stale), 0
    for things in stale:
        last = 0
        while batch := _remake(things.filter(pk__gt=last)):
            made, last = made + len(batch), batch[-1]
            yield made, max(whole, made)


def _entries(*conditions, **about):
    return SearchEntry.objects.filter(*conditions, **about)


def _stale(model, name, **about):
    """Public threads or replies without an entry of today's edition."""
    current = _entries(edition=edition(), **about)
    return model.objects.filter(state=State.PUBLIC).exclude(Exists(current.filter(**{name: OuterRef("pk")})))


@transaction.atomic
def _remake(things):
    batch = list(things.order_by("pk").values_list("pk", flat=True)[:BATCH])
    index(*things.model.objects.filter(pk__in=batch).select_for_update())
    return batch
