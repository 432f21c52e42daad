"""关于我的处理: what was decided about oneself and one's words, and the way to object."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from forum import limits
from forum.actions import appeals
from forum.forms.decisions import AppealForm
from forum.models import Decision
from forum.rules import may_appeal, may_speak

_MENDED = (Decision.Verb.HIDE, Decision.Verb.REFUSE)
_SHOWN = ("thread", "reply__thread", "user", "appeal")


def decisions(request):
    """Everything decided about this member, newest first; who decided is not told."""
    told = Decision.objects.told_to(request.user).select_related(*_SHOWN).order_by("-number")
    page = Paginator(told, limits.DECISIONS_PER_PAGE).get_page(request.GET.get("page"))
    appealable = set(told.appealable().filter(pk__in=[row.pk for row in page]).values_list("pk", flat=True))
    standing = told.standing().filter(verb__in=_MENDED, pk__in=[row.pk for row in page])
    mendable = set(standing.values_list("pk", flat=True)) if may_speak(request.user) else set()
    for row in page:
        row.can_be_appealed = row.pk in appealable
        row.can_be_mended = row.pk in mendable
    return render(request, "forum/decisions/list.html", {"page": page})


def appeal(request, pk):
    """Object to one decision, in a few sentences."""
    told = Decision.objects.told_to(request.user).select_related(*_SHOWN)
    decision = get_object_or_404(told, pk=pk)
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        appeals.appeal(request.user, decision, form.cleaned_data["words"])
        messages.success(request, _("Your appeal is with the moderators; another one than before decides it."))
        return redirect("decisions")
    context = {"form": form, "decision": decision, "ruling": may_appeal(request.user, decision)}
    context["days"] = limits.APPEAL_TERM.days
    return render(request, "forum/decisions/appeal.html", context, status=422 if form.is_bound else 200)
