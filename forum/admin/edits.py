"""Edits that wait, as the desk shows them: what they change."""

from itertools import chain

from forum.admin.differences import differences
from forum.models import Amendment, Reply


def changes_of(thing, edit):
    """What an Amendment changes: title, shelf, tags and body, in pieces."""
    if edit is None:
        return []
    pieces = differences(thing.body, edit.body)
    if isinstance(thing, Reply):
        return pieces
    heads = [(thing.title, edit.title), (str(thing.category), str(edit.category)), (_tags(thing), " ".join(edit.tags))]
    heads.append((thing.terms, edit.terms))
    changed = [[*differences(*pair), ("same", "\n")] for pair in heads if pair[0] != pair[1]]
    return [*chain.from_iterable(changed), *pieces]


def _tags(thread):
    return " ".join(thread.tags.values_list("name", flat=True))


def edits_of(things):
    """The waiting Amendments of these things, by ``(noun, pk)``."""
    waiting = Amendment.objects.waiting().select_related("category")
    found = {}
    for noun in ("thread", "reply"):
        about = [thing.pk for thing in things if thing._meta.model_name == noun]
        found |= {(noun, getattr(edit, f"{noun}_id")): edit for edit in waiting.filter(**{f"{noun}__in": about})}
    return found
