"""Many rows at once: COPY into a table whose indexes are made afterwards."""

from contextlib import contextmanager, suppress
from itertools import islice

from django.db import Error, connection, transaction

NULL = "\\N"
_LINES = 2_000  # of COPY's, sent at once
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_INDEXES = """
select indexname, indexdef from pg_indexes
where schemaname = current_schema() and tablename = %s and indexname not in (select conname from pg_constraint)
"""


@contextmanager
def bare(model):
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


def copy_rows(model, columns, rows):
    """COPY rows as Python has them."""
    others = others_of(model, columns)
    with copying(model._meta.db_table, [*columns, *others]) as copy:
        for row in rows:
            copy.write_row((*row, *others.values()))


def copy_lines(table, columns, lines):
    """COPY lines as COPY reads them: a tuple a row would take three times as long."""
    with copying(table, columns) as copy:
        while some := "".join(islice(lines, _LINES)):
            copy.write(some)


@contextmanager
def copying(table, columns):
    """A COPY into these columns."""
    with connection.cursor() as cursor, cursor.copy(f"copy {table} ({', '.join(columns)}) from stdin") as copy:
        yield copy


def escaped(*texts):
    """Texts as COPY reads them, side by side."""
    return "\t".join(text.translate(_ESCAPES) for text in texts)


def others_of(model, columns):
    """What the columns that are not named here, and may not be empty, hold at first."""
    fields = [field for field in model._meta.concrete_fields if not (field.null or field.generated)]
    return {field.column: field.get_default() for field in fields if field.column not in {*columns, "id"}}


def next_id(model):
    """The number the next row may have."""
    return (model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1


def move_sequence(model):
    """Go on numbering behind the last row."""
    with connection.cursor() as cursor:
        table = model._meta.db_table
        cursor.execute(f"select setval(pg_get_serial_sequence(%s, 'id'), (select max(id) from {table}))", [table])
