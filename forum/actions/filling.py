"""Synthetic threads and replies by the hundred thousand, through COPY: for measuring, never for a community."""

from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import islice

from django.db import Error, connection, transaction

from accounts.models import User
from forum import search
from forum.actions.threads import set_words
from forum.demo.synthetic import Words
from forum.markup import plain_reply, render_reply
from forum.models import Category, Reply, SearchEntry, Thread

_PEOPLE = 200
_TEXTS = 500  # different replies; rendering and indexing each of a million would measure Markdown and jieba
_PLACES = ("浙江", "广东", "北京", "上海", "四川", "江苏", "湖北", "辽宁", "中国香港", "未知")
_THREAD = (
    "id author_id byline category_id title body body_html excerpt contents attribution contact contact_hidden words "
    "state region region_version created_at published_at last_reply_at minutes replies_count favourites_count "
    "likes_count views_count floors"
).split()
_REPLY = (
    "id thread_id parent_id author_id floor body body_html region region_version state created_at likes_count imported"
).split()
_ENTRIES = """
insert into forum_searchentry (thread_id, reply_id, text, vector, written_at, edition)
select reply.thread_id, reply.id, said.plain, said.vector, reply.created_at, %s
from forum_reply as reply join said using (body) where reply.thread_id >= %s
"""
_INDEXES = """
select indexname, indexdef from pg_indexes
where schemaname = current_schema() and tablename = %s and indexname not in (select conname from pg_constraint)
"""
_NULL = "\\N"
_LINES = 2_000  # of COPY's, sent at once
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_START = datetime(2024, 1, 1, tzinfo=UTC)  # fixed, so that the same numbers give the same rows


@transaction.atomic
def fill(threads, replies, *, seed=1, searchable=True):
    """Add so many threads and replies; the same numbers give the same rows. Returns the number of the first thread.

    Unless ``searchable``, search does not find the replies: indexing takes far longer than the rows. A third
    of the replies stand under the first thread (at most 10,000), the rest are spread evenly.
    """
    words = Words(seed)
    people, shelves = _people(), _shelves()
    counts = _spread(threads, replies)
    first = _next_id(Thread)
    _copy(Thread, _THREAD, _threads(words, first, counts, people, shelves))
    with _bare(Reply):
        _copy_lines(Reply, _REPLY, _replies(words, first, counts, people, _next_id(Reply)))
    for model in (Thread, Reply):
        _move_sequence(model)
    if searchable:
        with _bare(SearchEntry):
            _index(first)
    return first


def _spread(threads, replies):
    longest = min(10_000, replies // 3) if threads > 1 else replies
    rest, more = divmod(replies - longest, max(threads - 1, 1))
    return [longest, *(rest + (number < more) for number in range(threads - 1))]


def _threads(words, first, counts, people, shelves):
    bodies = [_rendered(words.body()) for _ in range(min(len(counts), 200))]
    for number, count in enumerate(counts):
        at = _START + timedelta(minutes=number)
        body = bodies[number % len(bodies)]
        yield (
            first + number, people[number % _PEOPLE], "", shelves[number % len(shelves)], words.title(), body.body,
            body.body_html, body.excerpt, body.contents, "", "", False, body.words, "public", "浙江", "", at, at,
            at + timedelta(seconds=count), body.minutes, count, 0, 0, number * 7 % 20_000, count,
        )  # fmt: skip


def _rendered(source):
    thread = Thread()
    set_words(thread, "", source)
    thread.contents = connection.ops.adapt_json_value(thread.contents, None)
    return thread


def _replies(words, first, counts, people, pk):
    """Lines as COPY reads them: a tuple a row would take three times as long."""
    texts = [_escaped(body, render_reply(body)) for body in (words.reply() for _ in range(_TEXTS))]
    rest = "".join(f"\t{value}" for value in _others(Reply, _REPLY).values())
    for number, count in enumerate(counts):
        top, began = None, _START + timedelta(minutes=number)
        for floor in range(1, count + 1):
            nested = top if floor % 4 == 0 else None
            top = pk if nested is None else top
            person, said = people[pk % _PEOPLE], texts[pk * 7919 % _TEXTS]
            yield (
                f"{pk}\t{first + number}\t{nested or _NULL}\t{person}\t{floor}\t{said}\t"
                f"{_PLACES[pk % len(_PLACES)]}\t\tpublic\t{began + timedelta(seconds=floor)}\t0\tf{rest}\n"
            )
            pk += 1


def _escaped(*texts):
    return "\t".join(text.translate(_ESCAPES) for text in texts)


def _index(first):
    """Entries of the replies under these threads, through a table of the few texts there are."""
    texts = Reply.objects.filter(thread__gte=first).order_by().values_list("body", flat=True).distinct()
    plain = {body: plain_reply(body) for body in texts}
    with connection.cursor() as cursor:
        cursor.execute("create temporary table said (body text, plain text, vector tsvector)")
        with cursor.copy("copy said from stdin") as copy:
            for body, text in plain.items():
                copy.write_row((body, text, search.vector("", text)))
        cursor.execute("analyze said")
        cursor.execute(_ENTRIES, [search.EDITION, first])
        cursor.execute("drop table said")


@contextmanager
def _bare(model):
    """Within the block the table has no indexes but those of its constraints: all at once they take far less time.

    Nor are references checked, where our role may say so: these rows are made right.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        with suppress(Error), transaction.atomic():
            cursor.execute("set local session_replication_role = replica")
        cursor.execute("set local maintenance_work_mem = '512MB'")
        cursor.execute("set constraints all immediate")  # no index is made while rows wait to be checked
        cursor.execute(_INDEXES, [table])
        indexes = cursor.fetchall()
        for name, _definition in indexes:
            cursor.execute(f'drop index "{name}"')
        yield
        cursor.execute("set constraints all immediate")
        for _name, definition in indexes:
            cursor.execute(definition)
        with suppress(Error), transaction.atomic():
            cursor.execute("set local session_replication_role = origin")


def _copy(model, columns, rows):
    others = _others(model, columns)
    with _copying(model, [*columns, *others]) as copy:
        for row in rows:
            copy.write_row((*row, *others.values()))


def _copy_lines(model, columns, lines):
    with _copying(model, [*columns, *_others(model, columns)]) as copy:
        while some := "".join(islice(lines, _LINES)):
            copy.write(some)


@contextmanager
def _copying(model, columns):
    names = ", ".join(columns)
    with connection.cursor() as cursor, cursor.copy(f"copy {model._meta.db_table} ({names}) from stdin") as copy:
        yield copy


def _others(model, columns):
    """What the columns that are not named here, and may not be empty, hold at first."""
    fields = [field for field in model._meta.concrete_fields if not (field.null or field.generated)]
    return {field.column: field.get_default() for field in fields if field.column not in columns}


def _people():
    names = [f"读者{number:04}" for number in range(_PEOPLE)]
    missing = [User(username=name, folded_name=name, email="", password="!") for name in names]
    User.objects.bulk_create(missing, ignore_conflicts=True)
    return list(User.objects.filter(username__in=names).order_by("username").values_list("pk", flat=True))


def _shelves():
    Category.objects.get_or_create(slug="synthetic", defaults={"name": "合成"})
    return list(Category.objects.values_list("pk", flat=True))


def _next_id(model):
    return (model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1


def _move_sequence(model):
    with connection.cursor() as cursor:
        table = model._meta.db_table
        cursor.execute(f"select setval(pg_get_serial_sequence(%s, 'id'), (select max(id) from {table}))", [table])
