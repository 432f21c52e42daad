"""What members change about themselves; signing in and up is allauth's."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.forms import ProfileForm


def profile(request):
    """My own description, and the ways to my email address and password."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(request.user)
    return render(request, "accounts/profile.html", {"form": form}, status=422 if form.is_bound else 200)
