"""注销账号: close one's account, or keep it while there is time."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from forum import limits
from forum.actions.closing import close_account, keep_account
from forum.rules import may_close


@reauthentication_required(allow_get=True)
def closing(request):
    """What follows from closing; a POST, after saying who one is, does it, or with ``keep`` takes it back."""
    if request.method == "POST":
        if "keep" in request.POST:
            keep_account(request.user)
            messages.success(request, _("Your account stays. Nothing has been erased."))
            return redirect("closing")
        close_account(request.user)
        logout(request)
        messages.success(request, _("You are signed out everywhere. Sign in again to keep the account."))
        return redirect("account_login")
    context = {
        "ruling": may_close(request.user),
        "days": limits.CLOSING_GRACE.days,
        "name_days": limits.NAME_KEPT.days,
    }
    return render(request, "forum/closing/closing.html", context)
