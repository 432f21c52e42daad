"""The recycle bin: what was hidden or taken back, by whom, when and why, and the way back for what was hidden."""

from typing import NamedTuple

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.admin.cards import card_of
from forum.models import Decision, Reply, State, Thread
from forum.rules import may_judge, require

ROWS = 20
_KINDS = {"thread": Thread, "reply": Reply}
_STATES = (State.HIDDEN, State.WITHDRAWN)


class BinForm(forms.Form):
    """What of the bin is looked at; whatever is not understood is everything."""

    kind = forms.ChoiceField(choices=[("reply", gettext_lazy("Replies")), ("thread", gettext_lazy("Articles"))])
    state = forms.ChoiceField(
        choices=[("", gettext_lazy("Hidden and withdrawn")), *((one.value, one.label) for one in _STATES)]
    )
    q = forms.CharField(max_length=100)


class Row(NamedTuple):
    """One thing in the bin: by whom it came there, when (None: before that was written down) and why."""

    card: object
    who: str
    at: object
    why: str
    is_hidden: bool


def recycle_bin(site, request):
    """The page, for whoever judges: what stands in their charge. Looking changes nothing."""
    require(may_judge(request.user))
    asked = _asked(request.GET)
    page = Paginator(_found(request.user, **asked), ROWS).get_page(request.GET.get("page"))
    context = site.each_context(request)
    context |= {"title": _("Recycle bin"), "page": page, "rows": _rows(asked["kind"], list(page)), "asked": asked}
    context |= {name: BinForm.base_fields[name].choices for name in ("kind", "state")}
    request.current_app = site.name
    return TemplateResponse(request, "admin/forum/bin.html", context)


def _asked(given):
    """Kind, state and words as they were meant."""
    form = BinForm(given)
    form.is_valid()
    return {"kind": "reply", "state": "", "q": ""} | {name: value for name, value in form.cleaned_data.items() if value}


def _found(moderator, kind, state, q):
    things = _KINDS[kind].objects.moderated_by(moderator).filter(state__in=[state] if state else _STATES)
    if q:
        words = Q(body__icontains=q) | Q(author__username__icontains=q)
        about = {"thread": Q(title__icontains=q), "reply": Q(thread__title__icontains=q)}[kind]
        why = Decision.objects.filter(verb=Decision.Verb.HIDE, reason__icontains=q, **{f"{kind}__isnull": False})
        things = things.filter(words | about | Q(pk__in=why.values(kind)))
    related = ("author", "category") if kind == "thread" else ("author", "thread")
    return things.select_related(*related).order_by("-pk")


def _rows(kind, things):
    hides = Decision.objects.filter(verb=Decision.Verb.HIDE, **{f"{kind}__in": things}).order_by("number")
    last = {getattr(hide, f"{kind}_id"): hide for hide in hides.select_related("moderator")}
    return [_row(thing, last.get(thing.pk)) for thing in things]


def _row(thing, hide):
    if thing.state == State.HIDDEN:
        why = " · ".join(filter(None, (hide.rule, hide.reason))) if hide else ""
        return Row(card_of(thing), hide.moderator.username if hide else "—", hide and hide.made_at, why, True)
    return Row(card_of(thing), thing.author_name, thing.withdrawn_at, _("Taken back by its author"), False)
