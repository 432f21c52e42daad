"""头像: the picture beside one's name, sent by a plain form."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from forum.actions.pictures import drop_avatar, set_avatar
from forum.pictures import NotAPicture
from forum.rules import Refused, may_wear
from forum.views.pictures import sent


def avatar(request):
    """Choose a picture, or take it away (drop=yes); what is refused is said beside the field."""
    wrong = ""
    if request.method == "POST":
        try:
            _set(request)
        except (NotAPicture, Refused) as refusal:
            wrong = str(refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect("avatar")
    context = {"wrong": wrong, "ruling": may_wear(request.user)}
    return render(request, "forum/avatar.html", context, status=422 if wrong else 200)


def _set(request):
    if "drop" in request.POST:
        drop_avatar(request.user)
    else:
        set_avatar(request.user, sent(request))
