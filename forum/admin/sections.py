"""The way round the house: every door this person may open, in the order of a moderator's day."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from forum.rules import may_judge

ORDER = [
    (_("To do"), ["claim", "report", "appeal", "assessment", "thread", "reply", "dashboard"]),
    (_("People"), ["user", "sanction", "barrier", "group"]),
    (_("Records"), ["decision", "look", "source"]),
    (
        _("The house"),
        ["houserule", "category", "tag", "blockedword", "wordhit", "reviewcell", "tradeword", "sitesettings"],
    ),
]
ELSEWHERE = _("Machinery")
NAMES = {  # what is called otherwise on the door than in the code
    "claim": _("Queue"),
    "procrastinatejob": _("Background jobs"),  # its own package says it in English only
}


PAGES = {"dashboard": ("dashboard", _("Dashboard"), may_judge)}  # no model behind them: address, title, who may


class Door(NamedTuple):
    """A way in: its name, its address, how many things wait behind it."""

    title: str
    url: str
    count: int
    here: bool


def sections(site, request, counts):
    """``[(heading, [Door, …]), …]``; doors this person may not open are not shown."""
    doors = PAGES | {model._meta.model_name: door for model, door in site._registry.items()}
    shown = [(heading, [doors.pop(name) for name in names if name in doors]) for heading, names in ORDER]
    shown.append((ELSEWHERE, list(doors.values())))
    for heading, row in shown:
        if row := [shown for door in row if (shown := _door(door, request, counts))]:
            yield heading, row


def _door(door, request, counts):
    return _page(*door, request) if isinstance(door, tuple) else _list(door, request, counts)


def _list(door, request, counts):
    if not door.has_module_permission(request):
        return None
    meta = door.opts
    url = reverse(f"admin:{meta.app_label}_{meta.model_name}_{getattr(door, 'front', 'changelist')}")
    base = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    return Door(
        NAMES.get(meta.model_name) or capfirst(meta.verbose_name_plural),
        url,
        counts.get(meta.model_name, 0),
        request.path.startswith(base),
    )


def _page(name, title, allowed, request):
    url = reverse(f"admin:{name}")
    return Door(title, url, 0, request.path == url) if allowed(request.user) else None
