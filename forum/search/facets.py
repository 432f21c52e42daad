"""How the newest matches spread over categories, places and kinds: each a filter one click away."""

from collections import Counter
from typing import NamedTuple

from django.utils.translation import gettext as _

from forum.models import Category, SiteSettings
from forum.region import named

_MOST = 6  # choices of one facet


class Facet(NamedTuple):
    """A heading, the filter's name, and its choices as (label, value of the filter, how many; None is unknown)."""

    title: str
    name: str
    choices: list


def facets(matches, asked):
    """What would narrow these matches; nothing that is asked for already, nothing with one choice only."""
    precision = SiteSettings.current().region_precision
    told = {one.name for one in asked.filters}
    number = len if matches.is_exact and matches.count == len(matches.rows) else (lambda _rows: None)
    found = [
        Facet(_("Category"), "in", _counted([row.category_id for row in matches.rows], _shelves(), number)),
        Facet(_("Place"), "region", _counted([named(row.region).at(precision) for row in matches.rows], None, number)),
        Facet(_("Type"), "type", _counted(["reply" if row.reply_id else "thread" for row in matches.rows],
              {"thread": _("Articles"), "reply": _("Replies")}, number)),
    ]  # fmt: skip
    return [facet for facet in found if facet.name not in told and len(facet.choices) > 1]


def _counted(values, labels, number):
    many = Counter(value for value in values if value)
    chosen = [(value, times) for value, times in many.most_common(_MOST) if labels is None or value in labels]
    return [
        (labels[value] if labels else value, labels[value] if isinstance(value, int) else value, number(range(times)))
        for value, times in chosen
    ]


def _shelves():
    return {category.pk: category.name for category in Category.shelves()}
