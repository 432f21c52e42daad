"""Whom words mention: @name becomes a link to that member, once, when the words are written."""

from accounts.models import User
from forum import limits
from forum.chinese import folded_name
from forum.markup import mentions
from forum.rules import ALLOWED, may_address, sheltered


def linking(source):
    """For the markup room's ``link_mention``: finds the member a candidate begins with, the longest name first.

    Chinese leaves no space after a name: in @骑狼的羊说得好 every beginning may be the name. One question for all of
    them, none where nobody is mentioned; beyond so many candidates the rest stay text.
    """
    if not (find := _finding(source)):
        return None

    def link(candidate):
        found = find(candidate)
        return found and (found[0], found[1].get_absolute_url())

    return link


def may_mention(author, source, before=""):
    """Whether all whom these words mention, and those ``before`` did not, may be mentioned by this author.

    Costs nothing while nobody has taken shelter.
    """
    if not sheltered():
        return ALLOWED
    return may_address(author, *(_mentioned(source) - _mentioned(before)))


def _mentioned(source):
    """The numbers of the members these words mention."""
    find = _finding(source)
    found = map(find, _candidates(source)) if find else ()
    return {one[1].pk for one in found if one}


def _finding(source):
    """A function from a candidate to ``(name, member)`` or None; None where nobody is mentioned."""
    beginnings = {name: folded_name(name) for whole in _candidates(source) for name in _beginnings(whole)}
    if not beginnings:
        return None
    people = {user.folded_name: user for user in _named(set(beginnings.values()))}

    def find(candidate):
        for name in _beginnings(candidate):
            if person := people.get(beginnings.get(name)):
                return name, person
        return None

    return find


def _candidates(source):
    return mentions(source)[: limits.MENTIONS] if "@" in source or "＠" in source else ()


def _named(folded):
    return User.objects.filter(folded_name__in=folded, is_active=True).only("username", "folded_name")


def _beginnings(candidate):
    """What the candidate begins with, the longest first."""
    return (candidate[:end] for end in range(len(candidate), 0, -1))
