"""Whom words mention: @name becomes a link to that member, once, when the words are written."""

from accounts.models import User
from forum import limits
from forum.chinese import folded_name
from forum.markup import mentions


def linking(source):
    """For the markup room's ``link_mention``: finds the member a candidate begins with, the longest name first.

    Chinese leaves no space after a name: in @骑狼的羊说得好 every beginning may be the name. One question for all of
    them, none where nobody is mentioned; beyond so many candidates the rest stay text.
    """
    candidates = mentions(source)[: limits.MENTIONS] if "@" in source or "＠" in source else ()
    beginnings = {name: folded_name(name) for whole in candidates for name in _beginnings(whole)}
    if not beginnings:
        return None
    people = {user.folded_name: user for user in _named(set(beginnings.values()))}
    return Linking(candidates, beginnings, people)


def called(source):
    """The numbers of the members these words mention."""
    link = linking(source)
    return link.called if link else frozenset()


class Linking:
    """``link_mention`` for one text; ``called`` are the numbers of those it mentions."""

    def __init__(self, candidates, beginnings, people):
        self.beginnings, self.people = beginnings, people
        found = (self._found(candidate) for candidate in candidates)
        self.called = frozenset(person.pk for _name, person in filter(None, found))

    def __call__(self, candidate):
        if found := self._found(candidate):
            name, person = found
            return name, person.get_absolute_url()
        return None

    def _found(self, candidate):
        for name in _beginnings(candidate):
            if person := self.people.get(self.beginnings.get(name)):
                return name, person
        return None


def _named(folded):
    return User.objects.filter(folded_name__in=folded, is_active=True).only("username", "folded_name")


def _beginnings(candidate):
    """What the candidate begins with, the longest first."""
    return (candidate[:end] for end in range(len(candidate), 0, -1))
