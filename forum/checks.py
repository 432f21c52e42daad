"""What `manage.py check --database default`, `migrate` and `make run` say of our own settings."""

import importlib.util

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import ProgrammingError

from forum.models import SearchEntry
from forum.search import cut_by

_LOOKED_AT = 200  # entries, the oldest and the newest: a rebuild begins with one of them and ends with the other


@register()
def cutter_is_installed(**_):
    """Only jieba comes with the requirements."""
    if settings.SEARCH_CUTTER == "rjieba" and not importlib.util.find_spec("rjieba"):
        yield Error("SEARCH_CUTTER is rjieba, which is not installed.", hint="pip install rjieba", id="forum.E001")


@register(Tags.database)
def index_is_cut_as_questions_are(databases=None, **_):
    """Words of an index that another has cut rank worse: what stands in a text is told from what only meets there."""
    if not databases:
        return []
    try:
        ends = [SearchEntry.objects.order_by(order).values_list("edition", flat=True) for order in ("pk", "-pk")]
        others = {cut_by(edition) for end in ends for edition in end[:_LOOKED_AT]} - {settings.SEARCH_CUTTER}
    except ProgrammingError:  # no table yet
        return []
    return [
        Warning(
            f"The search index was cut by {other}, questions are cut by {settings.SEARCH_CUTTER} (SEARCH_CUTTER).",
            hint="manage.py rebuild_search makes the index anew while the site runs.",
            id="forum.W001",
        )
        for other in sorted(others)
    ]
