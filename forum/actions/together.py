"""Rows of several nouns written at once: to ask PostgreSQL four times costs more than what it then does."""

from functools import cache

from django.db import connection

from forum import prepared


def write_together(first, *others):
    """Insert the unsaved ``first`` and rows that point at it in one statement, worded once; all get their numbers.

    What ``others`` say of ``first`` is filled in by the database, which alone knows its number.
    """
    models = (type(first), *(type(other) for other in others))
    given = [value for thing in (first, *others) for value in _values(thing, type(first))]
    ((*numbers,),) = prepared.told(("together", *models), lambda: _worded(models), *given)
    for thing, number in zip((first, *others), numbers, strict=True):
        thing.pk, thing._state.adding, thing._state.db = number, False, connection.alias
    for other in others:
        for field in _pointing(type(other), type(first)):
            setattr(other, field.name, first)


def _values(thing, first):
    pointing = _pointing(type(thing), first)
    for field in _columns(type(thing)):
        if field not in pointing:
            yield field.get_db_prep_save(field.pre_save(thing, add=True), connection)


@cache
def _columns(model):
    return [field for field in model._meta.concrete_fields if not (field.primary_key or field.generated)]


@cache
def _pointing(model, first):
    """The columns by which a row belongs to the first; of the first itself none, though a reply may answer another."""
    return [field for field in _columns(model) if model is not first and field.related_model is first]


def _worded(models):
    """One insert after another, the later ones with the number the first was given."""
    first, place, inserts = models[0], 0, []
    for number, model in enumerate(models):
        values = []
        for field in _columns(model):
            if field in _pointing(model, first):
                values.append("(select id from row_0)")
            else:
                place += 1
                values.append(f"${place}")
        names = ", ".join(field.column for field in _columns(model))
        into = f"insert into {model._meta.db_table} ({names}) values ({', '.join(values)}) returning id"
        inserts.append(f"row_{number} as ({into})")
    numbers = ", ".join(f"(select id from row_{number})" for number in range(len(models)))
    return f"with {', '.join(inserts)} select {numbers}"
