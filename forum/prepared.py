"""Questions asked for every page: worded by the ORM once, planned by PostgreSQL once, then only numbers go in.

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
    with connection.cursor() as cursor:
        statement, sql = _statement(cursor, name, worded, len(numbers))
        given = f"({', '.join(['%s'] * len(numbers))})" if numbers else ""
        known = _planned.setdefault(cursor.connection, set())
        if statement in known:
            cursor.execute(f"execute {statement}{given}", numbers)
        else:
            cursor.execute(f"{_ONCE}; {sql}; execute {statement}{given}", numbers)
            cursor.nextset(), cursor.nextset()
            known.add(statement)
        return cursor.fetchall()


def _statement(cursor, name, worded, count):
    if name not in _statements:
        marks = [_MARK + place for place in range(count)]
        sql = cursor.mogrify(*worded(*marks).query.sql_with_params()).replace("%", "%%")
        for place, mark in enumerate(marks, start=1):
            sql = sql.replace(str(mark), f"${place}")
        statement = f"gentie_{len(_statements)}"
        types = f" ({', '.join(['bigint'] * count)})" if count else ""
        _statements[name] = statement, f"prepare {statement}{types} as {sql}"
    return _statements[name]
