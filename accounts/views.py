"""What members change about themselves; signing in and up is allauth's."""

from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.devices import described
from accounts.forms import ProfileForm
from accounts.proof import challenge_for, is_asked_of


def profile(request):
    """My own description, and the ways to my email address and password."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(request.user)
    return render(request, "accounts/profile.html", {"form": form}, status=422 if form.is_bound else 200)


def devices(request):
    """Where I am signed in. A POST signs out there: `end` names one device, without it all but this one."""
    known = UserSession.objects.purge_and_list(request.user)
    if request.method == "POST":
        wanted = request.POST.get("end", "")
        others = [one for one in known if not one.is_current()]
        get_adapter().end_sessions([one for one in others if wanted in ("", str(one.pk))])
        messages.success(request, _("Signed out there."))
        return redirect("usersessions_list")
    place_of = import_string(settings.PLACE_OF)
    for one in known:
        one.device, one.place = described(one.user_agent), place_of(one.ip).label
    known.sort(key=lambda one: (not one.is_current(), -one.pk))
    return render(request, "usersessions/usersession_list.html", {"devices": known})


@login_not_required
@never_cache
@require_safe
def proof(request):
    """Work for this browser before it sends a form; 204 where none is asked of it. Never a part of a page."""
    if not is_asked_of(request.user):
        return HttpResponse(status=204)
    return JsonResponse(challenge_for(request.user))
