"""Templates cast once for every shape they take, and from then on only filled in.

A page holds fifty replies that differ in a name, a date, some words. The template is rendered with marks where these
go, once for each combination of what it asks about; to fill the marks costs a hundredth of rendering.
"""

import secrets
from functools import lru_cache

from django.template.loader import get_template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

_SHAPES = 1000  # remembered of each template, some three kilobytes each
_MARK = 10**18 + secrets.randbelow(8 * 10**18)  # numbers, since addresses take them too; no template holds such ones


class Mould:
    """A template for many things alike, each called ``name`` in it.

    It may ask about a thing's flags; its words it may only print, or ask whether there are any.
    """

    def __init__(self, template, name):
        self.template, self.name = template, name
        self._cast = lru_cache(_SHAPES)(self._made)

    def fill(self, things, **around):
        """The HTML of things one after another, each a pair of NamedTuples: flags, and words of safe HTML.

        ``around`` is what else the template asks about: little, and hashable.
        """
        common = (get_language(), tuple(around.items()))
        filled = [
            self._cast(*common, flags, words._fields, tuple(map(bool, words))) % words._asdict()
            for flags, words in things
        ]
        return mark_safe("".join(filled))

    def _made(self, _language, around, flags, names, there):
        marks = {name: _MARK + place if there[place] else "" for place, name in enumerate(names)}
        context = {self.name: {**flags._asdict(), **marks}, **dict(around)}
        html = get_template(self.template).render(context).replace("%", "%%")
        for name, mark in marks.items():
            html = html.replace(str(mark), f"%({name})s") if mark else html
        return html
