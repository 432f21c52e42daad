"""我的数据包: ask for everything of one's own, and fetch it; nobody else can."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from forum import limits
from forum.actions.parcels import ask_for_parcel
from forum.models import Parcel
from forum.rules import may_ask_for_parcel

_SHOWN = 5


@reauthentication_required(allow_get=True)
def parcels(request):
    """What has been packed for this member; a POST, after saying who one is, asks for another."""
    if request.method == "POST":
        ask_for_parcel(request.user)
        messages.success(request, _("Your data is being packed. It will be here in a few minutes."))
        return redirect("parcels")
    context = {
        "parcels": Parcel.objects.filter(user=request.user)[:_SHOWN],
        "ruling": may_ask_for_parcel(request.user),
        "days": limits.PARCEL_KEPT.days,
    }
    return render(request, "forum/parcels/list.html", context)


@reauthentication_required
def fetch(request, pk):
    """The file, to its owner alone and within its term."""
    parcel = get_object_or_404(Parcel, pk=pk, user=request.user)
    try:
        if not parcel.is_ready:
            raise FileNotFoundError
        file = parcel.path.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    name = f"{request.user.username}-{parcel.made_at:%Y%m%d}.zip"
    response = FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
    response.headers["Cache-Control"] = "private, no-store"
    return response
