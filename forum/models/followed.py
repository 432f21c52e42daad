"""The list 关注, as one question: what is new from the people, under the tags and in the threads somebody follows."""

from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

# A thread comes up once, by the newest of its reasons: that it was published, or that it was answered since it is
# followed. Of each person no more rows are read than stand on a page.
_FOLLOWED = """
with mine as (select person_id, coalesce(forum_tag.same_as_id, tag_id) as tag_id, thread_id, created_at
  from forum_follow left join forum_tag on forum_tag.id = tag_id where user_id = %(user)s),
news (id, moment) as (
  select written.id, written.published_at from mine cross join lateral (
    select id, published_at from forum_thread
    where author_id = mine.person_id and state = 'public' and (published_at, id) < (%(moment)s, %(pk)s)
      and not exists (select from mine as talk where talk.thread_id = id and last_reply_at > talk.created_at)
    order by published_at desc, id desc limit %(size)s) as written
  union all
  select thread.id, thread.published_at from mine
    join forum_thread_tags on forum_thread_tags.tag_id = mine.tag_id
    join forum_thread as thread on thread.id = forum_thread_tags.thread_id
    where thread.state = 'public' and thread.author_id is distinct from %(user)s
      and not exists (select from forum_block where user_id = %(user)s and person_id = thread.author_id)
  union all
  select thread.id, thread.last_reply_at from mine join forum_thread as thread on thread.id = mine.thread_id
    where thread.state = 'public' and thread.last_reply_at > mine.created_at
)
select id, max(moment) from news group by id having (max(moment), id) < (%(moment)s, %(pk)s)
order by 2 desc, 1 desc limit %(size)s
"""


class News(NamedTuple):
    """A thread's number, and the moment by which it stands in the list."""

    pk: int
    moment: datetime


def followed_by(user, size, *, before=None):
    """The newest ``size`` News for this member; ``before`` is the last News of the page before."""
    moment, pk = (before.moment, before.pk) if before else (timezone.now(), 2**63 - 1)
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOWED, {"user": user.pk, "moment": moment, "pk": pk, "size": size})
        return [News(*row) for row in cursor.fetchall()]
