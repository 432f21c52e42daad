"""通知: what a member is told, reading it, and which kinds they want."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from forum import limits
from forum.actions.notices import choose_notices, read_notices
from forum.forms.notices import KindsForm
from forum.models import Hush, Notice
from forum.views.places import place_in_list, place_read

_SHOWN = ("actor", "thread", "reply__thread", "decision__appeal", "decision__thread", "decision__reply", "report")


def notices(request):
    """Everything this member is told, newest first; by keyset: ?before=<moment>_<number>."""
    told = Notice.objects.shown_to(request.user)
    if cursor := place_read(request.GET.get("before", "")):
        told = told.before(*cursor)
    rows = list(told.select_related(*_SHOWN).order_by("-created_at", "-id")[: limits.NOTICES_PER_PAGE + 1])
    page, more = rows[: limits.NOTICES_PER_PAGE], len(rows) > limits.NOTICES_PER_PAGE
    context = {
        "notices": page,
        "until": place_in_list(page[0].created_at, page[0].pk) if page else "",
        "before": place_in_list(page[-1].created_at, page[-1].pk) if more else "",
        "is_later": cursor is not None,
    }
    return render(request, "forum/notices/list.html", context)


@require_POST
def notice(request, pk):
    """Read one; then go where it leads (open=yes), or back to the list."""
    told = Notice.objects.shown_to(request.user)
    found = get_object_or_404(told.select_related(*_SHOWN), pk=pk)
    read_notices(request.user, told.filter(pk=pk))
    return redirect(address_of(found) if "open" in request.POST else "notices")


@require_POST
def read(request):
    """Read all up to the newest the member has before them: what came meanwhile stays unread."""
    if cursor := place_read(request.POST.get("until", "")):
        read_notices(request.user, Notice.objects.filter(created_at__lte=cursor[0]))
    return redirect("notices")


def choose(request):
    """Which kinds of notices the member wants."""
    offered = {*Notice.Kind} - {*Notice.ALWAYS}
    hushed = {*Hush.objects.filter(user=request.user).values_list("kind", flat=True)}
    sent = request.POST if request.method == "POST" else None  # no box ticked at all is an answer too
    form = KindsForm(sent, initial={"kinds": sorted(offered - hushed)})
    if form.is_valid():
        choose_notices(request.user, form.cleaned_data["kinds"])
        messages.success(request, _("Saved."))
        return redirect("notices")
    return render(request, "forum/notices/choose.html", {"form": form}, status=422 if form.is_bound else 200)


def address_of(notice):
    """Where a notice leads: the words it is about, the member's decisions, or its own link."""
    if notice.decision_id:
        return f"{reverse('decisions')}#decision-{notice.decision.number}"
    thing = notice.reply or notice.thread
    return thing.get_absolute_url() if thing else notice.link or reverse("notices")
