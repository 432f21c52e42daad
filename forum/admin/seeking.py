"""One box for the whole house: people, words, settings and lists, each as far as its own door is open."""

import ipaddress
import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Case, Q, Value, When
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.models import OldName, User
from accounts.names import folded
from forum import limits
from forum.admin.columns import door_to
from forum.chinese import fold
from forum.forms.search import SearchForm
from forum.forms.site import SettingsForm
from forum.models import Reply, State, Thread
from forum.rules import may_change_settings, may_curate, may_moderate, may_see_origin
from forum.search import LONGEST, find_names, search

_NUMBER = re.compile(r"(?:(?:\S*/)?(thread|replie)s/|[#＃])?(\d{1,18})/?(?:[?#]\S*)?", re.ASCII)
_KINDS = {"thread": Thread, "replie": Reply}
_WORDS = 120  # characters of a text under its title
_LONG = {
    Thread: ["body", "body_html", "contents", "words", "attribution", "terms"],
    Reply: ["body_html", "thread__body", "thread__body_html", "thread__contents", "thread__words"],
}


class Found(NamedTuple):
    """One line of what was found; an empty field is not shown."""

    title: str
    url: str
    words: str = ""
    state: str = ""
    label: str = ""  # of the state, in the reader's language
    name: str = ""  # of the author
    at: object = None


class Group(NamedTuple):
    """What was found behind one door, and the way to more of it, where there may be more."""

    title: str
    rows: list
    more: str = ""


def seek(site, request):
    """The page for a question ``q``; whatever is typed is one. Private data is not answered here, only asked for."""
    form = SearchForm(request.GET)
    form.full_clean()
    q = " ".join(form.cleaned_data["q"].split())[:LONGEST]
    context = site.each_context(request)
    groups = _groups(site, request, q, context["sections"]) if q else []
    context |= {"title": _("Search the desk"), "sought": q, "groups": [group for group in groups if group.rows]}
    context["address"] = q if may_see_origin(request.user) and _is_address(q) else ""
    request.current_app = site.name
    return TemplateResponse(request, "admin/search.html", context)


def _groups(site, request, q, sections):
    yield Group(_("People"), *_people(request.user, q))
    read = [hit.reply or hit.thread for hit in search(q, request.user, literally=True).hits]
    for title, model in ((_("Articles"), Thread), (_("Replies"), Reply)):
        door = site._registry[model]
        if door.has_module_permission(request):
            yield Group(title, *_things(request.user, door.get_queryset(request), q, read))
    yield Group(_("Settings"), _settings(request.user, q))
    yield Group(_("Lists and pages"), _doors(sections, q))


def _people(user, q):
    if not may_moderate(user):
        return [], ""
    bearer = OldName.objects.filter(folded=folded(q)).select_related("user").first()
    found = [*User.objects.filter(folded_name=folded(q)), *find_names(q, limits.DESK_FOUND, everybody=True)[0]]
    rows = {one.pk: _person(one) for one in found}
    if bearer:
        rows.setdefault(bearer.user_id, _person(bearer.user, _("Formerly {name}").format(name=bearer.name)))
    return _few(list(rows.values())[: limits.DESK_FOUND], User, q)


def _person(person, words=""):
    state = () if person.is_active else ("hidden", _("Banned"))
    return Found(person.username, door_to(person), words or person.bio, *state)


def _things(user, things, q, read):
    """By number, by words where they are public, and by letters where the index does not reach."""
    model = things.model
    number = _NUMBER.fullmatch(q)
    pk = int(number[2]) if number and _KINDS.get(number[1], model) is model else 0
    known = Q(pk=pk) | Q(pk__in=[thing.pk for thing in read if isinstance(thing, model)])
    if model is Thread:
        known |= Q(title__icontains=q)  # titles are few and short
    else:
        # The index answers for public words, the newest of everywhere: whoever has charge of a shelf asks that shelf.
        everywhere = may_moderate(user) or may_curate(user)
        unread = things.exclude(state=State.PUBLIC) if everywhere else things
        found = unread.filter(body__icontains=q).order_by("-pk").values_list("pk", flat=True)
        known |= Q(pk__in=list(found[: limits.DESK_FOUND]))
    first = Case(When(pk=pk, then=Value(0)), default=Value(1))
    related = ("author",) if model is Thread else ("author", "thread")
    rows = things.filter(known).defer(None).defer(*_LONG[model]).select_related(*related).order_by(first, "-pk")
    return _few([_thing(thing) for thing in rows[: limits.DESK_FOUND]], model, q)


def _thing(thing):
    if isinstance(thing, Thread):
        title, words = thing.title, thing.excerpt
    else:
        title, words = Truncator(thing.body).chars(_WORDS), thing.thread.title
    label = thing.get_state_display()
    return Found(title, door_to(thing), words, thing.state, label, thing.author_name, thing.created_at)


def _settings(user, q):
    if not may_change_settings(user):
        return []
    door, wanted = reverse("admin:forum_sitesettings_changelist"), fold(q)
    fields = [(name, str(field.label), str(field.help_text)) for name, field in SettingsForm.base_fields.items()]
    return [
        Found(label, f"{door}#id_{name}", words)
        for name, label, words in fields
        if name != "reason" and wanted in fold(f"{label}\n{words}\n{name}")
    ]


def _doors(sections, q):
    wanted = fold(q)
    return [
        Found(door.title, door.url, heading)
        for heading, row in sections
        for door in row
        if wanted in fold(str(door.title))
    ]


def _is_address(words):
    """Whether ``look_up`` could be asked about this: an address, a network or an e-mail address."""
    try:
        validate_email(words) if "@" in words else ipaddress.ip_network(words, strict=False)
    except (ValueError, ValidationError):
        return False
    return True


def _few(rows, model, q):
    """The rows, and the list that has more of them where these are as many as are shown."""
    if len(rows) < limits.DESK_FOUND:
        return rows, ""
    return (
        rows,
        f"{reverse(f'admin:{model._meta.app_label}_{model._meta.model_name}_changelist')}?{urlencode({'q': q})}",
    )
