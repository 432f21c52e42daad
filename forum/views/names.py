"""改名: another name, after a while the next."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from forum import limits
from forum.actions.names import rename
from forum.forms.names import NameForm
from forum.rules import may_rename


def choose(request):
    """Take another name, or read when one may."""
    before = request.user.username
    form = NameForm(request.POST or None, initial={"name": before})
    if request.method == "POST" and form.is_valid():
        try:
            rename(request.user, form.cleaned_data["name"])
        except ValidationError as refusal:
            request.user.username = before
            form.add_error("name", refusal)
        else:
            messages.success(request, _("You are called {name} from now on.").format(name=request.user.username))
            return redirect(request.user)
    context = {"form": form, "ruling": may_rename(request.user)}
    context |= {"cooling": limits.RENAME_COOLING.days, "kept": limits.NAME_KEPT.days}
    return render(request, "forum/rename.html", context, status=422 if form.is_bound else 200)
