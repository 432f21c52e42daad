"""Which threads are about the same: by telling words, stored when each was written."""

from django.db import connection

from forum import limits, search

# Of each word only the heaviest threads are looked at, straight from an index: the cost is the words', whatever the
# size of the community. Rounded, for a sum of floats depends on their order, and equals would change places.
_ALIKE = f"""
with mine as ({{}})
select thread.id from mine cross join lateral (
  select thread_id, weight from forum_tellingword as told where told.word = mine.word
  order by told.weight desc limit {limits.RELATED_LOOKED_AT}
) as found join forum_thread as thread on thread.id = found.thread_id
where thread.state = 'public' and thread.id <> %(thread)s
group by thread.id order by round(sum(mine.weight * found.weight)::numeric, 9) desc, thread.id desc
limit {2 * limits.RELATED_THREADS}
"""
# The numbers of public threads that share most with %(thread)s, most alike first.
OF_THREAD = _ALIKE.format("select word, weight from forum_tellingword where thread_id = %(thread)s")
_OF_WORDS = _ALIKE.format("select * from unnest(%(words)s::text[], %(weights)s::float8[]) as told (word, weight)")


def like_title(title):
    """The numbers of public threads about what a title, perhaps half typed, speaks of."""
    told = search.keywords(title, limits.TELLING_WORDS)
    about = {"thread": 0, "words": [word for word, _ in told], "weights": [weight for _, weight in told]}
    with connection.cursor() as cursor:
        cursor.execute(_OF_WORDS, about)
        return [pk for (pk,) in cursor.fetchall()]
