"""Pages for when something cannot be had."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.translation import gettext as _


@login_not_required
def stale_form(request, reason=""):
    """A form without a valid token: usually a page left open while signing in or out elsewhere."""
    sentence = _("This page had grown old. Go back, reload it and send again; what you typed is kept in the form.")
    return render(request, "forum/refused.html", {"reason": sentence}, status=403)
