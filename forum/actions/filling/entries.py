"""What makes synthetic threads and replies findable, without cutting a text twice.

The vector of a text is the vectors of its sentences, one behind the other: PostgreSQL's `||` moves the places of the
second behind the last of the first, and the last unit of a sentence has a place. A test compares with `entry_of`.
"""

from datetime import UTC, datetime, time
from functools import cache

from django.db import connection

from forum import limits, search
from forum.actions.filling.copying import NULL, copy_lines, copy_rows, escaped
from forum.actions.filling.rows import PLACES
from forum.markup import plain
from forum.models import Reply, TellingWord, Thread

_MADE = """
set local enable_hashjoin = off;
set local enable_mergejoin = off;
create temporary table piece (number integer primary key, text text, first tsvector, behind tsvector);
create temporary table written (thread bigint, reply bigint, at timestamptz, marks tsvector, pieces integer[]);
create aggregate pg_temp.joined (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '')
"""
_ENTRIES = """
insert into forum_searchentry (thread_id, reply_id, text, vector, written_at, edition)
select thread, reply, whole.text, whole.vector || marks, at, %s from written, lateral (
    select string_agg(text, '' order by place) as text,
           pg_temp.joined(case place when 1 then first else behind end order by place) as vector
    from unnest(pieces) with ordinality as told (number, place) join piece using (number)
) as whole
"""
_GONE = "drop aggregate pg_temp.joined (tsvector); drop table piece, written"


def write_entries(plan):
    """The search entries of a plan's threads and replies."""
    with connection.cursor() as cursor:
        cursor.execute(_MADE)
        copy_lines("piece", ["number", "text", "first", "behind"], _pieces(plan))
        copy_lines("written", ["thread", "reply", "at", "marks", "pieces"], _written(plan))
        cursor.execute("analyze piece")
        cursor.execute(_ENTRIES, [search.edition()])
        cursor.execute(_GONE)


def tell_words(plan):
    """The telling words of a plan's threads, as `set_words` finds them."""
    titles = [search.segment(title) for title in plan.words.titles]
    bodies = [search.segment(plain(thread.body)) for thread in plan.bodies]

    @cache
    def told(title, body):
        return search.telling([*titles[title], *bodies[body]], limits.TELLING_WORDS)

    rows = ((pk, *one) for pk, _, title, body, *_ in plan.threads() for one in told(title, body))
    copy_rows(TellingWord, ["thread_id", "word", "weight"], rows)


def _pieces(plan):
    """Sentences, then titles, then articles: the words of each where a text begins, and where others went before."""
    sentences, titles, bodies = plan.words.sentences, plan.words.titles, [plain(thread.body) for thread in plan.bodies]
    pieces = [
        *((one, search.vector("", one), search.vector("", one, after=0)) for one in sentences),
        *(("", f"{search.vector(one, '')} {search.bare(search.sounds_of(one))}", "") for one in titles),
        *((one, "", search.vector("", one)) for one in bodies),
    ]
    for number, piece in enumerate(pieces):
        yield f"{number}\t{escaped(*piece)}\n"


def _written(plan):
    title, body = len(plan.words.sentences), len(plan.words.sentences) + len(plan.words.titles)
    for pk, author, its_title, its_body, at, _count in plan.threads():
        marks = _marks(Thread, author, PLACES[0], at.date())
        yield f"{pk}\t{NULL}\t{at}\t{marks}\t{{{title + its_title},{body + its_body}}}\n"
    for pk, thread, _parent, author, place, _floor, at, said in plan.replies():
        yield f"{thread}\t{pk}\t{at}\t{_marks(Reply, author, place, at.date())}\t{{{','.join(map(str, said))}}}\n"


@cache
def _marks(kind, author, place, day):
    """As COPY reads them; those of one author, place and day are the same."""
    marks = search.marks_of(kind(author_id=author, region=place), datetime.combine(day, time(), UTC))
    return escaped(search.bare(marks))
