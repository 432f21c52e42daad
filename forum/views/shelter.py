"""一键防护: what it closes, and one press to take or leave it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from forum.actions.shelters import leave_shelter, take_shelter
from forum.forms.shelter import ShelterForm
from forum.models import Shelter


def shelter(request):
    """Reading shows it; a POST with ``days`` takes shelter, one with ``leave`` ends it."""
    if request.method == "POST" and "leave" in request.POST:
        leave_shelter(request.user)
        messages.success(request, _("The shelter has ended: everybody can answer and mention you again."))
        return redirect("shelter")
    form = ShelterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        take_shelter(request.user, **form.cleaned_data)
        messages.success(request, _("You are in shelter: strangers can neither answer nor mention you."))
        return redirect("shelter")
    context = {"form": form, "shelter": Shelter.objects.in_force_for(request.user)}
    return render(request, "forum/shelter/page.html", context, status=422 if form.is_bound else 200)
