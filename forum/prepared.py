"""What is asked again and again: worded by the ORM once, planned by PostgreSQL once, then only values go in.

To word and to plan such a question takes several times as long as to answer it.
"""

from weakref import WeakKeyDictionary

from django.db import connection

_MARK = 2_140_000_000  # this and the numbers after it stand for the real ones while the question is worded
_ONCE = "set plan_cache_mode = force_generic_plan"  # or PostgreSQL plans for every number anew while that seems cheaper
_TOO_LARGE = 2**63
_statements = {}  # name → (name for PostgreSQL, SQL)
_planned = WeakKeyDictionary()  # connection → the statements it knows


def rows(name, worded, *numbers):
    """The rows of the queryset ``worded(*numbers)`` (a ``values_list``), as tuples without Django's converters.

    ``name`` says everything the wording depends on but the numbers themselves: it is worded once. A number that no
    row can have, being too large, finds nothing.
    """
    if any(abs(number) >= _TOO_LARGE for number in numbers):
        return []
    return _execute(name, lambda cursor: _marked(cursor, worded, len(numbers)), numbers)


def told(name, worded, *given):
    """The rows a statement of our own answers with; ``worded()`` is its SQL, with $1 and so on for what is given."""
    return _execute(name, lambda _cursor: ("", worded()), given)


def _execute(name, wording, given):
    with connection.cursor() as cursor:
        if name not in _statements:
            types, sql = wording(cursor)
            statement = f"gentie_{len(_statements)}"
            _statements[name] = statement, f"prepare {statement}{types} as {sql}"
        statement, sql = _statements[name]
        _prepare(cursor.connection, statement, sql)
        values = f"({', '.join(['%s'] * len(given))})" if given else ""
        cursor.execute(f"execute {statement}{values}", given)
        return cursor.fetchall()


def _prepare(line, statement, sql):
    """Once for each connection, and by itself: what is prepared stays when the first use of it fails."""
    known = _planned.setdefault(line, set())
    if statement not in known:
        with connection.wrap_database_errors:
            line.execute(f"{_ONCE}; {sql}")
        known.add(statement)


def _marked(cursor, worded, count):
    """Types and SQL: the question is worded with marks, which then give way to $1, $2 and so on."""
    marks = [_MARK + place for place in range(count)]
    sql = cursor.mogrify(*worded(*marks).query.sql_with_params())
    for place, mark in enumerate(marks, start=1):
        sql = sql.replace(str(mark), f"${place}")
    return f" ({', '.join(['bigint'] * count)})" if count else "", sql
